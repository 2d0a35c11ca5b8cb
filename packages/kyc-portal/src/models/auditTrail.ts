import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe } from "./fields.js";

/** One thing that was done on a case; the names are inferred. */
export interface AuditTrailEntry {
  /** What was done. */
  action?: string | null | undefined;
  /** By whom. */
  userName?: string | null | undefined;
  /** When, ISO 8601. */
  date?: string | null | undefined;
  /** What else the vendor tells. */
  [field: string]: unknown;
}

export const auditTrailSchema = schemaFor<AuditTrailEntry[]>()(() =>
  z.array(z.looseObject({ action: maybe(z.string()), userName: maybe(z.string()), date: maybe(z.string()) })),
);
