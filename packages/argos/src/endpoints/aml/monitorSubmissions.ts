import { defineEndpoint, expected, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { email, text } from "../../models/formats.js";

/** Submissions to watch from now on. */
export interface MonitorSubmissionsInput {
  /** Work list that the project has for it. */
  worklistId: string;
  /** 1 to 25 approved submissions with name and birth date. */
  submissionIds: string[];
  /** Email address of an administrator of the project. */
  admin: string;
}

/** One submission that is watched, or is not. */
export interface MonitoredSubmission {
  /** Submission it is about. */
  submissionId?: string | undefined;
  /** Records that were made; `getMonitorRecord` reads them. */
  recordIds?: string[] | undefined;
  /** How it stands. */
  status?: string | undefined;
  /** Why it is not watched. */
  error?: unknown;
}

/** What became of a request to watch. */
export interface MonitoringResult {
  /** Whether it was done. */
  success: boolean;
  /** How many are watched. */
  successCount?: number | undefined;
  /** How many are not. */
  failedCount?: number | undefined;
  /** Those that are watched. */
  successResults?: MonitoredSubmission[] | undefined;
  /** Those that are not. */
  failedResults?: MonitoredSubmission[] | undefined;
}

const monitoredSchema = schemaFor<MonitoredSubmission>()(() =>
  z.strictObject({
    submissionId: expected(z.string()),
    recordIds: z.optional(z.array(z.string())),
    status: z.optional(z.string()),
    error: z.optional(z.unknown()),
  }),
);

/** `POST /submission/aml/monitor/{worklistId}` */
export const monitorSubmissions = defineEndpoint<MonitorSubmissionsInput, MonitoringResult>({
  name: "monitorSubmissions",
  method: "POST",
  path: "/submission/aml/monitor/{worklistId}",
  input: schemaFor<MonitorSubmissionsInput>()(() =>
    z.strictObject({
      worklistId: text(),
      submissionIds: z.array(text()).check(z.minLength(1), z.maxLength(25)),
      admin: email(),
    }),
  ),
  output: schemaFor<MonitoringResult>()(() =>
    z.strictObject({
      success: z.boolean(),
      successCount: expected(z.int()),
      failedCount: expected(z.int()),
      successResults: expected(z.array(monitoredSchema)),
      failedResults: expected(z.array(monitoredSchema)),
    }),
  ),
  errors: { 400: "A submission or the work list is not known.", 403: "The key is missing or wrong." },
  effect: "replace",
  // Whether watching is billed is not documented.
  cost: "billed",
  units: ({ submissionIds }) => submissionIds.length,
  decisive: ["success"],
});
