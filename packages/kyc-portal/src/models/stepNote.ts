import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe } from "./fields.js";

/** A note on a step. All names but `note` are inferred. */
export interface StepNote {
  /** Id of the note, to delete it. */
  stepNoteId?: number | null | undefined;
  /** The text. */
  note?: string | null | undefined;
  /** Who wrote it. */
  userName?: string | null | undefined;
  /** When, ISO 8601. */
  createdDate?: string | null | undefined;
  /** What else the vendor tells. */
  [field: string]: unknown;
}

export const stepNoteSchema = schemaFor<StepNote>()(() =>
  z.looseObject({
    stepNoteId: maybe(z.int()),
    note: maybe(z.string()),
    userName: maybe(z.string()),
    createdDate: maybe(z.string()),
  }),
);
