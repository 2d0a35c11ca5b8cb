import type { RequestOptions } from "../client-options.js";
import { Deadline, Interrupted } from "../deadline.js";
import type { CallFacts } from "../errors/sdk-error.js";
import { AbortedError, TimeoutError } from "../errors/transport-errors.js";
import type { Shared } from "../client-state.js";
import { AuthFailure } from "./types.js";

const defaultTimeout = 30_000;

/** The headers that carry a client's credential, outside of any call. */
export async function credentialOf(
  { auth, vendor }: Shared,
  { timeout = defaultTimeout, signal }: Pick<RequestOptions, "timeout" | "signal">,
): Promise<Record<string, string>> {
  const began = performance.now();
  const deadline = new Deadline(timeout, signal);
  deadline.phase = "authentication";
  try {
    const call = { remainingMs: deadline.remaining, signal: deadline.signal };
    return await deadline.race(Promise.resolve(auth.headers(call)));
  } catch (error) {
    const elapsedMs = Math.round(performance.now() - began);
    const facts: CallFacts = { vendor, operation: "credential", attempts: 0, elapsedMs };
    if (error instanceof AuthFailure) throw error.describe(facts);
    if (!(error instanceof Interrupted)) throw error;
    throw error.by === "deadline"
      ? new TimeoutError(facts, "not_sent", timeout, "authentication")
      : new AbortedError(facts, "not_sent", "authentication");
  } finally {
    deadline.dispose();
  }
}
