import type { Clock } from "@x/core/testing";
import type { FakeKryptogoOptions } from "./options.js";

/** One callback that was sent, or lost on purpose. */
export interface SentCallback {
  readonly url: string;
  /** `search_task:123` or `idv:12`. */
  readonly subject: string;
  /** HTTP status of the answer; 0 when there was none. */
  readonly status: number;
}

/** What can go wrong with a callback. */
export type CallbackFault = "duplicate-callback" | "lost-callback" | "late-callback";

/** Sends callbacks. The vendor shows no redelivery, so neither does this. */
export class Postman {
  readonly sent: SentCallback[] = [];
  readonly #planned: CallbackFault[] = [];
  readonly #underWay = new Set<Promise<void>>();
  readonly #clock: Clock;
  readonly #deliver: (url: string, body: string) => Promise<number>;

  readonly #fallback: string | undefined;

  constructor(clock: Clock, options: Pick<FakeKryptogoOptions, "deliver" | "callbackUrl">) {
    this.#clock = clock;
    this.#deliver = options.deliver ?? post;
    this.#fallback = options.callbackUrl;
  }

  /** Plans a fault for the next callback. */
  fail(fault: CallbackFault, times: number): void {
    for (let n = 0; n < times; n++) this.#planned.push(fault);
  }

  /** Sends a snapshot, if somebody wants it. */
  send(wanted: string | undefined, subject: string, payload: unknown): void {
    const url = wanted === undefined || wanted === "" ? this.#fallback : wanted;
    if (url === undefined) return;
    const body = JSON.stringify(payload);
    const fault = this.#planned.shift();
    if (fault === "lost-callback") this.sent.push({ url, subject, status: 0 });
    else if (fault === "late-callback") this.#clock.after(5000, () => this.#go(url, subject, body));
    else {
      this.#go(url, subject, body);
      if (fault === "duplicate-callback") this.#go(url, subject, body);
    }
  }

  /** Waits until everything under way has been answered. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #go(url: string, subject: string, body: string): void {
    const going: Promise<void> = this.#post(url, subject, body).finally(() => this.#underWay.delete(going));
    this.#underWay.add(going);
  }

  async #post(url: string, subject: string, body: string): Promise<void> {
    const status = await this.#deliver(url, body).catch(() => 0);
    this.sent.push({ url, subject, status });
  }
}

async function post(url: string, body: string): Promise<number> {
  const answer = await fetch(url, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
    redirect: "manual",
    signal: AbortSignal.timeout(5000),
  });
  await answer.body?.cancel();
  return answer.status;
}
