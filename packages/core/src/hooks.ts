import type { Cost, Effect } from "./endpoint.js";
import type { ShapeIssue } from "./errors/body-errors.js";
import type { SdkError } from "./errors/sdk-error.js";

/** One attempt of one call, without anything that was said in it. */
export interface AttemptEvent {
  readonly vendor: string;
  readonly operation: string;
  readonly effect: Effect;
  readonly cost: Cost;
  readonly method: string;
  /** Path as the contract has it, placeholders unfilled. */
  readonly path: string;
  /** 1 for the first send. */
  readonly attempt: number;
  /** Milliseconds since the call began. */
  readonly elapsedMs: number;
}

/** An attempt that was answered. */
export interface ResponseEvent extends AttemptEvent {
  readonly status: number;
}

/** A resend that is about to happen. */
export interface RetryEvent extends AttemptEvent {
  /** Why the last attempt failed. */
  readonly code: string;
  /** Milliseconds until the next one. */
  readonly delayMs: number;
}

/** A call that failed for good. */
export interface ErrorEvent extends AttemptEvent {
  readonly error: SdkError;
}

/** One way in which answers of an operation leave their documented shape. */
export interface DriftEvent extends ShapeIssue {
  readonly vendor: string;
  readonly operation: string;
}

/** Observers. What they throw is given to `onHookError` and never changes a call. */
export interface Hooks {
  /** Told before each attempt. */
  readonly onRequest?: (event: AttemptEvent) => void;
  /** Told of each answer, whatever its status. */
  readonly onResponse?: (event: ResponseEvent) => void;
  /** Told before the wait that a resend begins with. */
  readonly onRetry?: (event: RetryEvent) => void;
  /** Told once when a call has failed for good. */
  readonly onError?: (event: ErrorEvent) => void;
  /** Told once per client for each operation, field and kind. */
  readonly onDrift?: (event: DriftEvent) => void;
  /** Told what another hook threw. */
  readonly onHookError?: (error: unknown) => void;
}

/** Calls an observer. A call that was paid for must not look failed because a log line threw. */
export function notify<Event>(hooks: Hooks, observer: ((event: Event) => void) | undefined, event: Event): void {
  const tell = (error: unknown): void => {
    // What the last of them throws, nobody is left to be told.
    if (hooks.onHookError !== observer) notify(hooks, hooks.onHookError, error);
  };
  try {
    const result: unknown = observer?.(event);
    // An async observer fails later, and its unhandled rejection would end the process.
    if (result instanceof Promise) result.catch(tell);
  } catch (error) {
    tell(error);
  }
}
