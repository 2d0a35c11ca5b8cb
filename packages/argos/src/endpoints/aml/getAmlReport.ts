import { defineEndpoint, type DownloadedFile, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";

/** Which AML report to read. */
export interface GetAmlReportInput {
  /** `aml.matches[].resource_id` of a submission; there is one for each finding of a `Red Flag`. */
  resourceId: string;
}

/** `GET /report/aml` */
export const getAmlReport = defineEndpoint<GetAmlReportInput, DownloadedFile>({
  name: "getAmlReport",
  method: "GET",
  path: "/report/aml",
  input: schemaFor<GetAmlReportInput>()(() => z.strictObject({ resourceId: text() })),
  output: schemaFor<DownloadedFile>()(() => z.custom<DownloadedFile>()),
  errors: { 400: "There is no such report.", 403: "The key is missing or wrong." },
  effect: "read",
  cost: "free",
  timeout: 120_000,
  answers: "pdf",
});
