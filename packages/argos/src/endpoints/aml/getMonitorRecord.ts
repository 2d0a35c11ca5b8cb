import { defineEndpoint, expected, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";

/** Which record of the ongoing monitoring to read. */
export interface GetMonitorRecordInput {
  /** Work list it is on. */
  worklistId: string;
  /** Record to read. */
  recordId: string;
}

/** One record of the ongoing monitoring. */
export interface MonitorRecord {
  /** Name that is watched. */
  name?: string | undefined;
  /** Identifies the record. */
  id: string;
  /** Submission it is about. */
  submissionId?: string | undefined;
  /** Nationality. */
  nationality?: string | undefined;
  /** How it stands, as `screenedNoMatches`. */
  status?: string | undefined;
  /** Birth date. */
  dob?: string | undefined;
  /** Email address. */
  email?: string | undefined;
  /** Note. */
  memo?: unknown;
  /** Tags. */
  tags?: unknown;
  /** Who asked for it. */
  admin?: string | undefined;
  /** Last changed at. */
  updateTime?: string | undefined;
  /** Findings that nobody has looked at. */
  openCount?: number | undefined;
  /** Findings that are somebody else. */
  falsePositiveCount?: number | undefined;
  /** Findings that are the person. */
  truePositiveCount?: number | undefined;
  /** Findings that were put aside. */
  discardedCount?: number | undefined;
}

/** `GET /submission/aml/monitor/{worklistId}/{recordId}` */
export const getMonitorRecord = defineEndpoint<GetMonitorRecordInput, MonitorRecord>({
  name: "getMonitorRecord",
  method: "GET",
  path: "/submission/aml/monitor/{worklistId}/{recordId}",
  input: schemaFor<GetMonitorRecordInput>()(() => z.strictObject({ worklistId: text(), recordId: text() })),
  output: schemaFor<MonitorRecord>()(() =>
    z.strictObject({
      name: expected(z.string()),
      id: z.string(),
      submissionId: expected(z.string()),
      nationality: expected(z.string()),
      status: expected(z.string()),
      dob: expected(z.string()),
      email: expected(z.string()),
      memo: z.optional(z.unknown()),
      tags: z.optional(z.unknown()),
      admin: expected(z.string()),
      updateTime: expected(z.string()),
      openCount: expected(z.int()),
      falsePositiveCount: expected(z.int()),
      truePositiveCount: expected(z.int()),
      discardedCount: expected(z.int()),
    }),
  ),
  errors: { 400: "There is no such record.", 403: "The key is missing or wrong." },
  effect: "read",
  cost: "free",
  decisive: ["openCount", "truePositiveCount", "status"],
});
