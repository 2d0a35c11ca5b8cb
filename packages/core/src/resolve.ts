import type { Call } from "./call.js";
import { isReconcilable } from "./errors/guards.js";

/**
 * Makes a call and, when its answer is lost, finds out what became of it; sends once more when nothing was created.
 *
 * A batch of which a part was created is left to the caller, who alone knows what to do with the rest.
 */
export async function resolved(make: () => Call, given: unknown, signal: AbortSignal | undefined): Promise<unknown> {
  let input = given;
  for (let resends = 1; ; resends--) {
    const call = make();
    try {
      return await call.run(input);
    } catch (error) {
      if (!isReconcilable(error)) throw error;
      const found = await error.reconcile(signal === undefined ? {} : { signal });
      if (found.status === "created") return found.value;
      if (found.status !== "not_created" || resends === 0) throw error;
      input = call.input;
    }
  }
}
