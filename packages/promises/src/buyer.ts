import { AsyncLocalStorage } from "node:async_hooks";
import {
  createIntents,
  isReconcilable,
  isSdkError,
  MemoryStore,
  type Reconciled,
  type SdkError,
  sendWithKy,
  type Store,
} from "@x/core";
import type { BilledOperation } from "./billed.ts";
import { callHeader } from "./vendor-server.ts";

/** How an application goes on after a failure. */
export type Habit =
  /** By its outcome: look up what is unknown, send again only what was not made. */
  | "by the book"
  /** As most clients do: once more, whatever it was. */
  | "blind";

/** Choices for {@link buyerOf}. */
export interface BuyerOptions {
  /** Where its intents lie. Default memory. */
  readonly store?: Store;
  /** Milliseconds for one call. */
  readonly timeout?: number;
  /** Called right before a request leaves. */
  readonly onSend?: (headers: Headers) => void;
}

/** An application that buys one thing at a time, each once. */
export function buyerOf(operation: BilledOperation, url: string, habit: Habit, options: BuyerOptions = {}) {
  const { store = new MemoryStore(), timeout = 3000, onSend } = options;
  const current = new AsyncLocalStorage<number>();
  const transport = operation.connect(url, {
    timeout,
    ...(habit === "by the book" ? { intents: createIntents({ store }) } : {}),
    send: async (request) => {
      request.headers.set(callHeader, String(current.getStore()));
      onSend?.(request.headers);
      return await sendWithKy(request);
    },
  });
  const send = async (n: number): Promise<unknown> =>
    await transport.request(operation.endpoint, operation.input(n) as never, { reference: `call-${n}` });

  /** What became of a call, by the book: done, not to be known without a person, or given up. */
  async function buy(n: number): Promise<"done" | "unsettled" | "refused"> {
    for (let tries = 1; ; tries++) {
      try {
        await send(n);
        return "done";
      } catch (error) {
        if (!isSdkError(error)) throw error;
        if (habit === "blind" && tries === 1) continue;
        if (error.code === "intent_done") return "done";
        if (error.outcome === "created_unreadable" && !isReconcilable(error)) return "done";
        const safe = await fateOf(error);
        if (safe === "created") return "done";
        if (safe !== "not_created") return "unsettled";
        if (tries === 3) return "refused";
      }
    }
  }

  return async (n: number) => await current.run(n, async () => await buy(n));
}

async function fateOf(error: SdkError): Promise<Reconciled<unknown>["status"]> {
  if (!isReconcilable(error)) {
    const unmade = error.outcome === "not_sent" || error.outcome === "rejected";
    return unmade && error.code !== "intent_in_flight" ? "not_created" : "unclear";
  }
  // The server is 200 ms late, and as much later as this machine is busy; a real vendor's settle window is 6 minutes.
  try {
    return (await error.reconcile({ settleMs: 4000 })).status;
  } catch {
    // A look-up that fails has proven nothing either.
    return "unclear";
  }
}
