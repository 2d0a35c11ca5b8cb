import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** That a change was taken. Its text differs by the age of the project: do not go by it. */
export interface ChangeReceipt {
  /** The vendor's words. */
  message?: string | undefined;
  /** More words of the vendor's. */
  content?: string | undefined;
  /** The status once more. */
  statusCode?: number | undefined;
}

/** No field is promised, but an answer without any of them is none. */
export const changeReceiptSchema = schemaFor<ChangeReceipt>()(() =>
  z
    .strictObject({
      message: z.optional(z.string()),
      content: z.optional(z.string()),
      statusCode: z.optional(z.int()),
    })
    .check(
      z.refine((receipt) => receipt.message !== undefined || receipt.content !== undefined, {
        when: ({ value }) => typeof value === "object" && value !== null,
      }),
    ),
);
