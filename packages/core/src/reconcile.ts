import type { Lookup, LookupContext } from "./endpoint.js";
import { DuplicateDetectedError, OutcomeUnknownError, type Reconcile } from "./errors/outcome-errors.js";
import { AbortedError } from "./errors/transport-errors.js";
import { isSdkError, type CallFacts } from "./errors/sdk-error.js";

/** Gateways give up after 300 s and an index may lag by 60: a look-up that finds nothing earlier proves nothing. */
const defaultSettleMs = 360_000;

/** Looks a record up at growing intervals until it is found or the settle window has passed. */
export function reconcileBy<Input, Output>(
  lookup: Lookup<Input, Output>,
  input: Input,
  context: LookupContext,
  facts: CallFacts,
): Reconcile<Output> {
  const { startedAt, lastSentAt = startedAt } = context;
  const reconcile: Reconcile<Output> = async ({ settleMs, signal } = {}) => {
    // A window that is no number must not become one that is already over.
    const windowMs = typeof settleMs === "number" && settleMs >= 0 ? settleMs : defaultSettleMs;
    const settled = lastSentAt.getTime() + windowMs;
    for (let wait = 1000; ; wait = Math.min(wait * 2, 160_000)) {
      if (signal?.aborted === true) throw new AbortedError(facts, "unknown", "waiting");
      // A look-up that began before the window closed may have missed a commit inside it.
      const last = Date.now() >= settled;
      const found = await lookup.find(input, context).catch((error: unknown) => {
        if (!last && isPassing(error)) return { kind: "none" } as const;
        // How far the look-up got says nothing of the call that it looks for.
        if (!isSdkError(error)) throw error;
        throw new OutcomeUnknownError(facts, startedAt, lookup.reference?.(input), reconcile, error);
      });
      if (found.kind === "one") return { status: "created", value: found.value };
      if (found.kind === "several") throw new DuplicateDetectedError(facts, found.ids);
      if (found.kind === "never") return { status: "not_created" };
      if (last && found.kind === "unclear") return { status: "unclear" };
      if (last)
        return found.kind === "some" ? { status: "partly_created", value: found.value } : { status: "not_created" };
      await pause(Math.max(0, Math.min(wait, settled - Date.now())), signal);
    }
  };
  return reconcile;
}

/** Whether a look-up failed in a way that the next one may not: the outage that took the answer may last a while. */
function isPassing(error: unknown): boolean {
  if (!isSdkError(error)) return false;
  if (error.code === "network" || error.code === "rate_limited") return true;
  return error.outcome !== "rejected" && error.outcome !== "not_sent";
}

/** Sleeps, or wakes up when the signal is aborted. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    if (signal?.aborted === true) wake();
    else signal?.addEventListener("abort", wake);
  });
}

/** A reference that no other call has: 80 random bits. */
export function makeReference(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `x-${Array.from(bytes, (byte) => "abcdefghjkmnpqrstuvwxyz23456789"[byte % 31]).join("")}`;
}
