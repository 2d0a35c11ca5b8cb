import type { ClientOptions } from "../client-options.js";
import type { TransportParts } from "../client-state.js";
import type { Deadline } from "../deadline.js";
import type { InputIssue } from "../errors/input-error.js";
import { Concurrency, isPlaces } from "./concurrency.js";

/** What every request of a client passes before it is sent. */
export class Gate {
  readonly #places: Pick<Concurrency, "enter"> | undefined;
  readonly #rate: ClientOptions["rateLimit"];
  /** Whose requests count together. */
  readonly #who: string;

  constructor({ options, concurrency, baseUrl, credential }: TransportParts) {
    const places = options.concurrency ?? concurrency;
    this.#places = typeof places === "number" ? new Concurrency(places) : places;
    this.#rate = options.rateLimit;
    this.#who = JSON.stringify([baseUrl.origin, credential]);
  }

  /** Waits for a place and for the rate, or is interrupted. Returns what gives the place back. */
  async enter(deadline: Deadline): Promise<() => void> {
    let leave: (() => void) | undefined;
    try {
      leave = await this.#places?.enter(deadline.signal);
      if (this.#rate !== undefined) await deadline.race(this.#rate.take(this.#who, deadline.signal));
    } catch (error) {
      leave?.();
      deadline.check();
      throw error;
    }
    return leave ?? (() => undefined);
  }
}

/** What is wrong with a client's limits. */
export function limitIssues({ concurrency, rateLimit }: ClientOptions): InputIssue[] {
  const issues: InputIssue[] = [];
  if (concurrency !== undefined && !isPlaces(typeof concurrency === "number" ? concurrency : concurrency.max))
    issues.push({ path: "concurrency", code: "invalid", expected: "a whole number of 1 or more, Infinity, or places" });
  if (rateLimit !== undefined && typeof rateLimit.take !== "function")
    issues.push({ path: "rateLimit", code: "invalid", expected: "a RateLimit" });
  return issues;
}
