import type { Clock } from "@x/core/testing";
import type { CallbackType } from "../../codes/callbackTypes.js";
import type { Deliver, FakeEnclaveOptions } from "./options.js";

/** One callback that was sent, or lost on purpose. */
export interface SentCallback {
  readonly callbackType: CallbackType;
  readonly verificationUuid: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** HTTP status of the answer; 0 when there was none. */
  readonly status: number;
  /** Milliseconds until the answer. */
  readonly elapsedMs: number;
}

/** What can go wrong with a callback. */
export type CallbackFault =
  /** Two copies at the same moment. */
  | "duplicate-callback"
  /** 200 copies at the same moment. */
  | "callback-storm"
  | "lost-callback"
  /** Comes 90 seconds later. */
  | "late-callback";

/** Tries after an answer that is not 200, and milliseconds between them. The vendor documents neither. */
const tries = 4;
const againMs = 1000;

/** Tells your backend what happened. */
export class Messenger {
  readonly sent: SentCallback[] = [];
  readonly #planned: CallbackFault[] = [];
  readonly #underWay = new Set<Promise<void>>();
  readonly #clock: Clock;
  readonly #options: FakeEnclaveOptions;
  readonly #deliver: Deliver;
  #waiting = 0;

  constructor(clock: Clock, options: FakeEnclaveOptions) {
    this.#clock = clock;
    this.#options = options;
    this.#deliver = options.deliver ?? post;
  }

  /** Plans a fault for the next callback. */
  fail(fault: CallbackFault, times: number): void {
    for (let n = 0; n < times; n++) this.#planned.push(fault);
  }

  /** Sends one. */
  send(callbackType: CallbackType, data: { readonly verificationUuid: string }): void {
    const url = this.#options.callbackUrl;
    if (url === undefined) return;
    const body = JSON.stringify({ callbackType, data });
    const { verificationUuid } = data;
    const go = (): void => this.#go({ url, body, callbackType, verificationUuid }, 1);
    const fault = this.#planned.shift();
    if (fault === "lost-callback")
      this.sent.push({ callbackType, verificationUuid, attempt: 1, status: 0, elapsedMs: 0 });
    else if (fault === "late-callback") this.#later(90_000, go);
    else
      for (let copies = fault === "callback-storm" ? 200 : fault === "duplicate-callback" ? 2 : 1; copies > 0; copies--)
        go();
  }

  /** Waits until everything under way has been answered, later tries included. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0 || this.#waiting > 0) {
      await Promise.all(this.#underWay);
      await new Promise<void>((resolve) => setTimeout(resolve, 5));
    }
  }

  #go(letter: Letter, attempt: number): void {
    const going: Promise<void> = this.#post(letter, attempt).finally(() => this.#underWay.delete(going));
    this.#underWay.add(going);
  }

  async #post(letter: Letter, attempt: number): Promise<void> {
    const { url, body, callbackType, verificationUuid } = letter;
    const began = performance.now();
    const status = await this.#deliver(url, { body, headers: this.#headers() }).catch(() => 0);
    const elapsedMs = performance.now() - began;
    this.sent.push({ callbackType, verificationUuid, attempt, status, elapsedMs });
    if (status !== 200 && attempt < tries) this.#later(againMs, () => this.#go(letter, attempt + 1));
  }

  #later(ms: number, run: () => void): void {
    this.#waiting++;
    this.#clock.after(ms, () => {
      this.#waiting--;
      run();
    });
  }

  #headers(): Record<string, string> {
    const { callbackToken: token, callbackHeader: name } = this.#options;
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (token !== undefined) headers[name ?? "authorization"] = name === undefined ? `Bearer ${token}` : token;
    return headers;
  }
}

interface Letter {
  readonly url: string;
  readonly body: string;
  readonly callbackType: CallbackType;
  readonly verificationUuid: string;
}

/** The documents give the receiver one second. */
const post: Deliver = async (url, { body, headers }) => {
  const answer = await fetch(url, {
    method: "POST",
    body,
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(1000),
  });
  await answer.body?.cancel();
  return answer.status;
};
