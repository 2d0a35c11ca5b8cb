import { type Waited, waitFor, type WaitOptions, type Workflow } from "@x/core";
import type { KryptogoClient } from "../client.js";
import type { GetIdvTaskInput } from "../endpoints/idv/getIdvTask.js";
import { idvVerdict, type IdvVerdict } from "../helpers/idvVerdict.js";
import type { IdvTask } from "../models/idvTask.js";

/** How an identity verification goes on, as far as waiting needs it. */
export const idvWorkflow: Workflow<IdvTask, IdvVerdict> = {
  vendor: "KryptoGO",
  operation: "waitForIdv",
  state: idvVerdict,
  kinds: {
    accepted: "terminal",
    rejected: "terminal",
    review: "review",
    pending: "working",
    initial: "working",
    not_done: "expired",
    unknown: "unknown",
  },
  // Looks at 40, 60, 100, 160, 240, 340, 460, 600, 760 and 940 s, as the engine behind it advises.
  delays: [40_000, 20_000, 40_000, 60_000, 80_000, 100_000, 120_000, 140_000, 160_000, 180_000],
  timeout: 30 * 60_000,
};

/**
 * Waits until a verification is decided, needs a person, or will never take place.
 *
 * Give `wake` the {@link Waker} of your callback route: a wake of `idv:12` makes it look at once.
 *
 * @param kryptogo - The client to read with.
 * @param input - Which verification.
 * @param options - How long, and what else ends the wait.
 * @returns The verdict, what kind of rest it is, and the record.
 * @throws {@link WaitExpiredError} when time is up; the verification goes on.
 *
 * @example
 * const { state, value } = await waitForIdv(kryptogo, { idv_id: 12 }, { timeout: 600_000 });
 */
export async function waitForIdv(
  kryptogo: Pick<KryptogoClient, "idv">,
  input: GetIdvTaskInput,
  options?: WaitOptions<IdvTask>,
): Promise<Waited<IdvTask, IdvVerdict>> {
  return await waitFor(
    idvWorkflow,
    `idv:${input.idv_id}`,
    async (signal, timeout) => await kryptogo.idv.get(input, { timeout, ...(signal === undefined ? {} : { signal }) }),
    options,
  );
}
