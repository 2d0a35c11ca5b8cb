import { expected, openCode, openEnum, type OtherNumber, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { Gender } from "../codes/genders.js";
import type { IdSubType, IdType } from "../codes/idTypes.js";
import type { IdvAuditStatus } from "../codes/idvAuditStatuses.js";
import type { IdvState } from "../codes/idvStates.js";
import {
  type IdvLinkedTask,
  idvLinkedTaskSchema,
  type IdvRejectReason,
  idvRejectReasonSchema,
  type IdvReviewReason,
  idvReviewReasonSchema,
} from "./idvReasons.js";

/**
 * State and result of one identity verification. The IDV callback carries the same.
 *
 * What was read off the document is null until the automatic check is over.
 */
export interface IdvTask {
  /** Identifies the verification. A number in every example; its digits as text are let through. */
  idv_task_id: number | string;
  /** Issuing country as requested, ISO 3166-1 alpha-3. */
  country?: string | undefined;
  /** Document type as requested. */
  id_type?: IdType | OtherString | undefined;
  /** Kind of document within its type, see `idSubTypes`. */
  id_sub_type?: IdSubType | OtherString | null | undefined;
  /** Link to the front of the document, probably short-lived; seen in callbacks, not documented. */
  id_image_url?: string | null | undefined;
  /** Link to the back of the document; seen in callbacks, not documented. */
  id_back_image_url?: string | null | undefined;
  /** Link to the selfie; seen in callbacks, not documented. */
  face_image_url?: string | null | undefined;
  /** Link to the picture of the person with the document; seen in callbacks, not documented. */
  id_and_face_image_url?: string | null | undefined;
  /** Full name to compare with, as requested. */
  expected_name?: string | null | undefined;
  /** Date of birth to compare with, as requested. */
  expected_birthday?: string | null | undefined;
  /** Document number to compare with, as requested. */
  expected_id_number?: string | null | undefined;
  /** Issuing country to compare with: the requested `country`. */
  expected_country?: string | null | undefined;
  /** Date of issue to compare with, as requested. */
  expected_issuing_date?: string | null | undefined;
  /** Date of expiry to compare with, as requested. */
  expected_expiry_date?: string | null | undefined;
  /** Gender to compare with, as requested. */
  expected_gender?: Gender | OtherString | null | undefined;
  /** Your own reference. */
  customer_reference?: string | null | undefined;
  /** Given name on the document; null while pending. */
  first_name?: string | null | undefined;
  /** Family name on the document; null while pending. */
  last_name?: string | null | undefined;
  /** Whole name on the document; null while pending. */
  full_name?: string | null | undefined;
  /** Date of birth on the document, `YYYY-MM-DD`; null while pending. */
  birthday?: string | null | undefined;
  /** Number of the document; null while pending. */
  id_number?: string | null | undefined;
  /** Date of issue on the document, `YYYY-MM-DD`; null while pending. */
  issuing_date?: string | null | undefined;
  /** Date of expiry on the document, `YYYY-MM-DD`; null while pending. */
  expiry_date?: string | null | undefined;
  /** Gender on the document; null while pending. */
  gender?: Gender | OtherString | null | undefined;
  /** Automatic result: 0 accepted, 1 review, 2 rejected, 3 pending, 4 initial. `idvVerdict()` weighs it with the rest. */
  state?: IdvState | OtherNumber | undefined;
  /** Why a person has to look, see `idvReviewReasons`. */
  review_reasons?: IdvReviewReason[] | null | undefined;
  /** Why it was rejected, see `idvRejectReasons`. Filled at state 4, it says that no verification took place. */
  reject_reasons?: IdvRejectReason[] | null | undefined;
  /** Search task that was made on acceptance; null when none was. */
  created_search_task_id?: number | null | undefined;
  /** Decision of a person in the console; may be absent. */
  audit_status?: IdvAuditStatus | OtherString | null | undefined;
  /** When that person decided, in epoch seconds; 0 or null while nobody has. */
  audit_timestamp?: number | null | undefined;
  /** Account of who decided. */
  auditor_employee_account?: string | null | undefined;
  /** Search tasks of this person, made on acceptance or by hand. */
  dd_tasks?: IdvLinkedTask[] | null | undefined;
}

/** Fields of a verification that carry a decision. */
export const idvDecisions = ["state", "audit_status", "review_reasons", "reject_reasons"] as const;

export const idvTaskSchema = schemaFor<IdvTask>()(() => {
  const echo = () => z.optional(z.nullable(z.string()));
  const recognised = () => expected(z.nullable(z.string()));
  const gender = () => openEnum(z.enum(["M", "F", "X"]));
  return z.strictObject({
    idv_task_id: z.union([z.int(), z.string().check(z.regex(/^\d{1,15}$/))]),
    country: expected(z.string()),
    id_type: expected(openEnum(z.enum(["PASSPORT", "DRIVING_LICENSE", "ID_CARD"]))),
    id_sub_type: expected(
      z.nullable(
        openEnum(
          z.enum([
            "NATIONAL_ID",
            "RESIDENT_PERMIT_ID",
            "REGULAR_DRIVING_LICENSE",
            "LEARNING_DRIVING_LICENSE",
            "E_PASSPORT",
          ]),
        ),
      ),
    ),
    id_image_url: echo(),
    id_back_image_url: echo(),
    face_image_url: echo(),
    id_and_face_image_url: echo(),
    expected_name: echo(),
    expected_birthday: echo(),
    expected_id_number: echo(),
    expected_country: echo(),
    expected_issuing_date: echo(),
    expected_expiry_date: echo(),
    expected_gender: z.optional(z.nullable(gender())),
    customer_reference: echo(),
    first_name: recognised(),
    last_name: recognised(),
    full_name: recognised(),
    birthday: recognised(),
    id_number: recognised(),
    issuing_date: recognised(),
    expiry_date: recognised(),
    gender: expected(z.nullable(gender())),
    state: expected(openCode(z.literal([0, 1, 2, 3, 4]))),
    review_reasons: z.optional(z.nullable(z.array(idvReviewReasonSchema))),
    reject_reasons: z.optional(z.nullable(z.array(idvRejectReasonSchema))),
    created_search_task_id: expected(z.nullable(z.int())),
    audit_status: z.optional(z.nullable(openEnum(z.enum(["Pending", "Accepted", "Rejected"])))),
    audit_timestamp: expected(z.nullable(z.int())),
    auditor_employee_account: expected(z.nullable(z.string())),
    dd_tasks: expected(z.nullable(z.array(idvLinkedTaskSchema))),
  });
});
