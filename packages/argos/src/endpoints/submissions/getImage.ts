import { defineEndpoint, type FileAnswer, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { fileAnswerSchema } from "../../models/fileAnswer.js";
import { text } from "../../models/formats.js";

/** Picture of a submission. */
export type ImageType = "idImage" | "idBackImage" | "selfieImage" | "addressImage";

/** Which picture to read. */
export interface GetImageInput {
  /** Submission it belongs to. */
  submission_id: string;
  /** Which of its pictures. */
  type: ImageType;
}

/** `GET /image`. One page spells the parameter `submissionId`; the vendor's own call says `submission_id`. */
export const getImage = defineEndpoint<GetImageInput, FileAnswer>({
  name: "getImage",
  method: "GET",
  path: "/image",
  input: schemaFor<GetImageInput>()(() =>
    z.strictObject({
      submission_id: text(),
      type: z.enum(["idImage", "idBackImage", "selfieImage", "addressImage"]),
    }),
  ),
  output: fileAnswerSchema,
  errors: { 400: "There is no such submission, or it has no such picture.", 403: "The key is missing or wrong." },
  effect: "read",
  cost: "free",
  timeout: 120_000,
  verified: false,
  answersFile: ["jpeg", "png"],
});
