import { longestTimer } from "./deadline.js";
import { InputError } from "./errors/input-error.js";
import { WaitExpiredError } from "./errors/outcome-errors.js";
import { type CallFacts, isSdkError } from "./errors/sdk-error.js";
import { AbortedError } from "./errors/transport-errors.js";
import { timeoutIssue } from "./time-limit.js";
import type { WakeSource } from "./waker.js";

/** What a state means to somebody who waits. */
export type StateKind =
  /** The vendor or its user is still at it. */
  | "working"
  /** A person has to decide. */
  | "review"
  /** Decided; nothing more will come. */
  | "terminal"
  /** It will never be decided: nobody did their part in time. */
  | "expired"
  /** Not in the vendor's documents; waited on, never spun on. */
  | "unknown";

/** A vendor's workflow, as far as waiting needs it. */
export interface Workflow<Value, State extends string> {
  /** Operation named in errors. */
  readonly operation: string;
  readonly vendor: string;
  /** The state that a record is in. */
  state(value: Value): State;
  /** What each state means. */
  readonly kinds: Readonly<Record<State, StateKind>>;
  /** Milliseconds between looks; the last repeats. */
  readonly delays: readonly number[];
  /** Milliseconds waited at most, unless the caller says otherwise. */
  readonly timeout: number;
}

/** Choices of a waiting helper. */
export interface WaitOptions<Value> {
  /** Milliseconds waited at most. */
  readonly timeout?: number;
  /** Ends the wait. */
  readonly signal?: AbortSignal;
  /** Waits on while a person has to decide. Default false: a review ends the wait, because it may take days. */
  readonly throughReview?: boolean;
  /** News that make the helper look at once, usually from the callback receiver. */
  readonly wake?: WakeSource;
  /** Told each state that was read. */
  readonly onProgress?: (value: Value) => void;
  /** Milliseconds between looks; the last repeats. */
  readonly delays?: readonly number[];
}

/** How a wait ended. */
export interface Waited<Value, State extends string> {
  readonly state: State;
  readonly kind: StateKind;
  readonly value: Value;
  /** Times the record was read. */
  readonly reads: number;
}

/** Reads a record until its workflow rests: at growing intervals, and at once when a callback says so. */
export async function waitFor<Value, State extends string>(
  workflow: Workflow<Value, State>,
  subject: string,
  read: (signal: AbortSignal | undefined, timeout: number) => Promise<Value>,
  options: WaitOptions<Value> = {},
): Promise<Waited<Value, State>> {
  const began = performance.now();
  const timeout = options.timeout ?? workflow.timeout;
  const issue = timeoutIssue("options.timeout", timeout);
  if (issue !== undefined) throw new InputError(factsOf(workflow, 0, began), [issue]);
  const delays = options.delays ?? workflow.delays;
  const bell = new Bell(subject, options);
  let last: State | undefined;
  try {
    for (let reads = 1; ; reads++) {
      const left = timeout - (performance.now() - began);
      const value = await readOnce(read, options.signal, Math.max(1000, Math.min(30_000, left)));
      if (value !== undefined) {
        const state = workflow.state(value);
        const kind = workflow.kinds[state] ?? "unknown";
        last = state;
        options.onProgress?.(value);
        if (kind === "terminal" || kind === "expired" || (kind === "review" && options.throughReview !== true))
          return { state, kind, value, reads };
      }
      const facts = factsOf(workflow, reads, began);
      const remaining = timeout - (performance.now() - began);
      if (remaining <= 0) throw new WaitExpiredError(facts, Math.round(timeout - remaining), last);
      await bell.wait(Math.min(delays[Math.min(reads, delays.length) - 1] ?? 5000, remaining, longestTimer));
      if (options.signal?.aborted === true) throw new AbortedError(facts, "unknown", "waiting");
    }
  } finally {
    bell.dispose();
  }
}

/** One look. A vendor that stumbles is looked at again; a refusal ends the wait. */
async function readOnce<Value>(
  read: (signal: AbortSignal | undefined, timeout: number) => Promise<Value>,
  signal: AbortSignal | undefined,
  timeout: number,
): Promise<Value | undefined> {
  try {
    return await read(signal, timeout);
  } catch (error) {
    const passing =
      isSdkError(error) && (error.outcome === "unknown" || error.code === "network" || error.code === "rate_limited");
    if (!passing || error.code === "aborted" || error.code === "unexpected_shape") throw error;
    return undefined;
  }
}

/** A sleep that news or the caller's signal cut short. News that came while nobody slept are not lost. */
class Bell {
  #rung = false;
  #wake: (() => void) | undefined;
  readonly #stop: () => void;

  constructor(subject: string, { wake, signal }: Pick<WaitOptions<never>, "wake" | "signal">) {
    const ring = (): void => {
      this.#rung = true;
      this.#wake?.();
    };
    this.#rung = signal?.aborted === true;
    const unsubscribe = wake?.subscribe(subject, ring);
    signal?.addEventListener("abort", ring);
    this.#stop = () => {
      unsubscribe?.();
      signal?.removeEventListener("abort", ring);
    };
  }

  async wait(ms: number): Promise<void> {
    if (!this.#rung)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#wake = undefined;
    this.#rung = false;
  }

  dispose(): void {
    this.#stop();
  }
}

function factsOf(workflow: { vendor: string; operation: string }, reads: number, began: number): CallFacts {
  const { vendor, operation } = workflow;
  return { vendor, operation, attempts: reads, elapsedMs: Math.round(performance.now() - began) };
}
