import type { Hooks } from "./hooks.js";
import type { Intents } from "./intents/types.js";
import type { Journal } from "./journal/types.js";
import type { SpendGuard } from "./spend/types.js";
import type { Concurrency } from "./limits/concurrency.js";
import type { RateLimit } from "./limits/rate-limit.js";
import type { Send } from "./send/types.js";

/**
 * What is done with an answer that leaves its documented shape.
 *
 * `report` hands it out and reports the drift, unless a field that the call cannot do without is missing or has another
 * type; `strict` refuses every drift, for tests; `off` looks at nothing.
 */
export type ResponseValidation = "report" | "strict" | "off";

/** What every client takes. */
export interface ClientOptions {
  /** Replaces the runtime's `fetch`, for proxies, agents and tests. */
  readonly fetch?: typeof globalThis.fetch;
  /** Replaces the sender. Default ky; `sendWithFetch` is the smaller one for edge workers. */
  readonly send?: Send;
  /** Milliseconds for a whole call, waits and resends included. Default: the operation's own, mostly 30,000. */
  readonly timeout?: number;
  /** What is done with an answer that leaves its documented shape. Default `report`. */
  readonly responseValidation?: ResponseValidation;
  /** Largest answer read, in bytes after inflating. Default 10 MiB. */
  readonly maxResponseBytes?: number;
  /**
   * Most requests at once, or a {@link Concurrency} that several clients share. Further ones wait, in order and within
   * their deadline. Default: what the vendor is known to stand, mostly no limit; `Infinity` for none.
   */
  readonly concurrency?: number | Concurrency;
  /** Most requests a second, counted over all processes that share a store. Waits are part of the deadline. Default none. */
  readonly rateLimit?: RateLimit;
  /** Observers of each attempt. None of them sees a credential, a person or a body. */
  readonly hooks?: Hooks;
  /** Allows http to a host that is not this machine, inside a private network. */
  readonly allowInsecureHttp?: boolean;
  /** Allows a credential in a browser, where every visitor can read it. Point `baseUrl` at your own backend instead. */
  readonly dangerouslyAllowBrowser?: boolean;
  /**
   * Allows billed calls in a browser. Default false: browsers send a POST again by themselves when a kept connection
   * breaks under it, so one call may be billed twice.
   */
  readonly allowBilledInBrowser?: boolean;
  /** Remembers billed calls by their references, so that none is made twice. `createIntents` makes one. */
  readonly intents?: Intents;
  /** Limits billed calls. `createSpendGuard` makes one. */
  readonly spend?: SpendGuard;
  /** Gets one entry for each call, without a person or a credential. */
  readonly journal?: Journal;
}

/** Choices for one call. */
export interface RequestOptions {
  /** Ends the call, its waits included. */
  readonly signal?: AbortSignal;
  /** Milliseconds for this call, waits and resends included; 1 to 2,147,483,647. */
  readonly timeout?: number;
  /** What is done with an answer that leaves its documented shape. */
  readonly responseValidation?: ResponseValidation;
  /** Gets the raw answer, which may hold personal data, before it is parsed. */
  readonly onRawResponse?: (response: RawResponse) => void;
  /** Lets a request that provably never left be sent again even where the operation's own rule says never. */
  readonly resendUnsent?: boolean;
  /**
   * Names this call, for intents and the journal, before the reference in its input; where the input leaves its reference
   * out, it is sent as well. The elements of a batch get `#0`, `#1` and so on behind it.
   */
  readonly reference?: string;
  /**
   * `auto`: when the answer is lost, looks the record up inside the call, and sends once more when nothing was created.
   * That takes until the settle window is over, 6 minutes: for jobs, not for web requests. `timeout` holds for each send.
   */
  readonly resolve?: "auto";
}

/** An answer as it came. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The body, decoded. */
  readonly text: string;
}
