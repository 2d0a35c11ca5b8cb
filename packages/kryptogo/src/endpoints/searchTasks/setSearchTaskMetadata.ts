import { defineEndpoint, type Found, type LookupContext, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import { id } from "../../models/ids.js";
import type { SearchTaskMetadata } from "../../models/searchTask.js";
import { getSearchTaskSummary } from "./getSearchTaskSummary.js";

/** Free keys and values to keep with a search task. */
export interface SetSearchTaskMetadataInput {
  /** Task to write to. */
  task_id: number;
  /** The whole list, at least one pair. Whether KryptoGO replaces the old list or adds to it is not documented. */
  metadata: SearchTaskMetadata[];
}

/** That the pairs were written. */
export interface SearchTaskMetadataReceipt {
  /** 0; any other number is thrown as a refusal. */
  code: number;
}

/** `PUT /task/{task_id}/metadata` */
export const setSearchTaskMetadata = defineEndpoint<SetSearchTaskMetadataInput, SearchTaskMetadataReceipt>({
  name: "setSearchTaskMetadata",
  method: "PUT",
  path: "/task/{task_id}/metadata",
  input: schemaFor<SetSearchTaskMetadataInput>()(() =>
    z.strictObject({
      task_id: id,
      metadata: z.array(z.strictObject({ key: text(), value: z.string() })).check(z.minLength(1)),
    }),
  ),
  output: schemaFor<SearchTaskMetadataReceipt>()(() => z.strictObject({ code: z.int() })),
  errors: {},
  effect: "create",
  cost: "free",
  body: "metadata",
  decisive: ["code"],
  refusal: ({ code }) => (code === 0 ? undefined : { code }),
  lookup: { find: findPairs },
});

async function findPairs(
  { task_id, metadata }: SetSearchTaskMetadataInput,
  context: LookupContext,
): Promise<Found<SearchTaskMetadataReceipt>> {
  const kept = (await context.request(getSearchTaskSummary, { task_id })).metadata ?? [];
  const isKept = (pair: SearchTaskMetadata): boolean =>
    kept.some(({ key, value }) => key === pair.key && value === pair.value);
  return metadata.every(isKept) ? { kind: "one", value: { code: 0 } } : { kind: "none" };
}
