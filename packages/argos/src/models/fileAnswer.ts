import { type FileAnswer } from "@x/core";
import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** The contract of an answer that is a file; its first bytes are looked at before. */
export const fileAnswerSchema = schemaFor<FileAnswer>()(() =>
  z.strictObject({
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    kind: z.enum(["pdf", "png", "jpeg", "gif", "tiff", "zip"]),
    mediaType: z.optional(z.string()),
  }),
);
