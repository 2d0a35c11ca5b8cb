import { expected, openCode, type OtherNumber, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { IdvRejectCode } from "../codes/idvRejectReasons.js";
import type { IdvReviewCode } from "../codes/idvReviewReasons.js";
import type { SearchTaskAuditStatus } from "../codes/searchTaskAuditStatuses.js";

/** One reason why a person has to look. */
export interface IdvReviewReason {
  /** Its number, see `idvReviewReasons`. */
  code?: IdvReviewCode | OtherNumber | undefined;
  /** The vendor's words for it. */
  description?: string | undefined;
}

/** One reason for a rejection. */
export interface IdvRejectReason {
  /** Its number, see `idvRejectReasons`. */
  code?: IdvRejectCode | OtherNumber | undefined;
  /** The vendor's words for it; code 901 has one for each number of tries left. */
  description?: string | undefined;
}

/** A search task that belongs to a verification. */
export interface IdvLinkedTask {
  /** Its `task_id`. */
  id: number;
  /** Created, in epoch seconds. */
  creation_timestamp?: number | undefined;
  /** 0 undecided, 1 accepted, 2 rejected. */
  audit_status?: SearchTaskAuditStatus | OtherNumber | undefined;
}

export const idvReviewReasonSchema = schemaFor<IdvReviewReason>()(() =>
  z.strictObject({
    code: expected(openCode(z.literal([400, 406, 500, 501, 502, 503, 504, 505, 506, 600]))),
    description: expected(z.string()),
  }),
);

export const idvRejectReasonSchema = schemaFor<IdvRejectReason>()(() =>
  z.strictObject({
    code: expected(
      openCode(
        z.literal([
          100, 102, 103, 104, 105, 106, 107, 108, 109, 111, 200, 201, 202, 206, 207, 209, 211, 213, 300, 401, 402, 403,
          404, 405, 407, 408, 409, 410, 411, 700, 701, 702, 801, 802, 901, 902, 903,
        ]),
      ),
    ),
    description: expected(z.string()),
  }),
);

export const idvLinkedTaskSchema = schemaFor<IdvLinkedTask>()(() =>
  z.strictObject({
    id: z.int(),
    creation_timestamp: expected(z.int()),
    audit_status: expected(openCode(z.literal([0, 1, 2]))),
  }),
);
