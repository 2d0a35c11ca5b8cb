import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** An assessment or screening that was registered. Its result comes by callback. */
export interface RegisteredRequest {
  /** Identifies the request; another one for each. */
  requestId: string;
}

/** Whether a report was taken. */
export interface ReportReceipt {
  /** True: taken. A report that was not taken is thrown as an error. */
  result: boolean;
}

export const registeredSchema = schemaFor<RegisteredRequest>()(() => z.strictObject({ requestId: z.string() }));

export const receiptSchema = schemaFor<ReportReceipt>()(() => z.strictObject({ result: z.boolean() }));
