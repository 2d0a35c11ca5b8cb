import { type RequestOptions, Resource } from "@x/core";
import { addStepNote, type AddStepNoteInput } from "../endpoints/caseSteps/addStepNote.js";
import { deleteStepNote, type DeleteStepNoteInput } from "../endpoints/caseSteps/deleteStepNote.js";
import { listStepNotes } from "../endpoints/caseSteps/listStepNotes.js";
import type { CaseStepInput } from "../models/ids.js";
import type { StepNote } from "../models/stepNote.js";

/** Notes on steps. They show in the audit trail and in the report. */
export class StepNotes extends Resource {
  /**
   * Lists the notes on a step.
   *
   * @param input - Which step of which case.
   * @param options - Choices for this call alone.
   * @returns The notes, with the ids to delete them by.
   * @throws {@link ApiError} 404 when there is no such step.
   *
   * @example
   * const notes = await portal.caseSteps.notes.list({ caseCommonId: 2000236, stepId: 88101 });
   */
  async list(input: CaseStepInput, options?: RequestOptions): Promise<StepNote[]> {
    return await this.transport.request(listStepNotes, input, options);
  }

  /**
   * Writes a note on a step. Sent once: a repetition would write it twice.
   *
   * @param input - The step and the text.
   * @param options - Choices for this call alone.
   * @returns The note, or as little of it as the vendor answers.
   * @throws {@link OutcomeUnknownError} when the answer was lost; list the notes before you repeat it.
   *
   * @example
   * await portal.caseSteps.notes.add({ caseCommonId: 2000236, stepId: 88101, note: "Source of funds: revenue" });
   */
  async add(input: AddStepNoteInput, options?: RequestOptions): Promise<StepNote> {
    return await this.transport.request(addStepNote, input, options);
  }

  /**
   * Deletes one note.
   *
   * @param input - Which note of which step.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link ApiError} 404 when there is no such note.
   *
   * @example
   * await portal.caseSteps.notes.delete({ caseCommonId: 2000236, stepId: 88101, stepNoteId: 501 });
   */
  async delete(input: DeleteStepNoteInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(deleteStepNote, input, options);
  }
}
