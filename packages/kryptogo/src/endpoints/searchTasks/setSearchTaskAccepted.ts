import { defineEndpoint, expected, type Found, type LookupContext, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { id } from "../../models/ids.js";
import { getSearchTaskSummary } from "./getSearchTaskSummary.js";

/** A decision on one search task. */
export interface SetSearchTaskAcceptedInput {
  /** Task to decide. */
  task_id: number;
  /** Whether the target is accepted. */
  accepted: boolean;
  /** Why, for the audit trail. */
  comment: string;
}

/** The decision as KryptoGO recorded it. */
export interface SearchTaskDecision {
  /** Task that was decided. */
  task_id: number;
  /** Whether the target was accepted. */
  accepted?: boolean | undefined;
  /** Reason on record. */
  comment?: string | undefined;
}

/** `POST /task/{task_id}/accepted` */
export const setSearchTaskAccepted = defineEndpoint<SetSearchTaskAcceptedInput, SearchTaskDecision>({
  name: "setSearchTaskAccepted",
  method: "POST",
  path: "/task/{task_id}/accepted",
  input: schemaFor<SetSearchTaskAcceptedInput>()(() =>
    z.strictObject({ task_id: id, accepted: z.boolean(), comment: z.string() }),
  ),
  output: schemaFor<SearchTaskDecision>()(() =>
    z.strictObject({ task_id: z.int(), accepted: expected(z.boolean()), comment: expected(z.string()) }),
  ),
  errors: { 409: "The task was decided before, here or in the console. Read its summary to see how." },
  effect: "create",
  cost: "free",
  decisive: ["accepted"],
  lookup: { find: findDecision },
});

/** A decision is final: once there is another, this one will not be made any more. */
async function findDecision(
  wanted: SetSearchTaskAcceptedInput,
  context: LookupContext,
): Promise<Found<SearchTaskDecision>> {
  const { report, audit_time } = await context.request(getSearchTaskSummary, { task_id: wanted.task_id });
  const { accepted, comment } = report ?? {};
  if (accepted === wanted.accepted && comment === wanted.comment)
    return { kind: "one", value: { task_id: wanted.task_id, accepted, comment } };
  // A server that knows no null says false for undecided; then the time of the decision is 0.
  return typeof accepted === "boolean" && audit_time !== 0 ? { kind: "never" } : { kind: "none" };
}
