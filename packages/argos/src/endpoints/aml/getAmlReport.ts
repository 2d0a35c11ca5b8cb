import { defineEndpoint, type FileAnswer, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { fileAnswerSchema } from "../../models/fileAnswer.js";
import { text } from "../../models/formats.js";

/** Which AML report to read. */
export interface GetAmlReportInput {
  /** `aml.matches[].resource_id` of a submission; there is one for each finding of a `Red Flag`. */
  resourceId: string;
}

/** `GET /report/aml` */
export const getAmlReport = defineEndpoint<GetAmlReportInput, FileAnswer>({
  name: "getAmlReport",
  method: "GET",
  path: "/report/aml",
  input: schemaFor<GetAmlReportInput>()(() => z.strictObject({ resourceId: text() })),
  output: fileAnswerSchema,
  errors: { 400: "There is no such report.", 403: "The key is missing or wrong." },
  effect: "read",
  cost: "free",
  timeout: 120_000,
  answersFile: ["pdf"],
});
