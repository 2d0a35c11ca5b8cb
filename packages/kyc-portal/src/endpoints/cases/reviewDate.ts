import { defineEndpoint, type Endpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { isReviewDate, type ReviewDate, reviewDateExpectation } from "../../codes/reviewDates.js";
import { type Extra, extraField, spread } from "../../models/extra.js";
import { usual } from "../../models/fields.js";
import { id } from "../../models/ids.js";
import { statuses } from "../statuses.js";
import type { CaseSegment } from "./segment.js";

/** When a case is reviewed next. */
export interface SetReviewDateInput extends Extra {
  /** Id of the case. */
  caseCommonId: number;
  /** A day, a phrase, or null to clear it. `Review now` starts a review at once, which is billed as a case. */
  reviewDate: ReviewDate;
}

/** When a case is reviewed next, as the vendor has it now. */
export interface ReviewDateReceipt {
  /** ISO 8601; null when there is none. */
  reviewDate?: string | null | undefined;
}

const setReviewDateInputSchema = schemaFor<SetReviewDateInput>()(() =>
  z.strictObject({
    caseCommonId: id(),
    reviewDate: z.custom<ReviewDate>((value) => isReviewDate(value), { params: { expected: reviewDateExpectation() } }),
    extra: extraField(),
  }),
);

const reviewDateReceiptSchema = schemaFor<ReviewDateReceipt>()(() => z.strictObject({ reviewDate: usual(z.string()) }));

/** Setting when a case is reviewed next. Each review that comes due is billed as a case. */
/* @__NO_SIDE_EFFECTS__ */
export function reviewDateOf(name: string, segment: CaseSegment): Endpoint<SetReviewDateInput, ReviewDateReceipt> {
  return defineEndpoint<SetReviewDateInput, ReviewDateReceipt>({
    name,
    method: "PUT",
    path: `/v2/${segment}/{caseCommonId}/review-date`,
    input: setReviewDateInputSchema,
    output: reviewDateReceiptSchema,
    errors: statuses,
    effect: "replace",
    cost: "billed",
    // Each review that comes due is billed as a case; taking a date away is not.
    units: ({ reviewDate }) => (reviewDate === null || reviewDate === "Do not review" ? 0 : 1),
    timeout: 60_000,
    verified: false,
    encode: { extra: spread },
  });
}
