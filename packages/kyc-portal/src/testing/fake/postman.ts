import type { Clock } from "@x/core/testing";

/** One try to deliver a webhook. */
export interface SentWebhook {
  readonly url: string;
  readonly eventType: string;
  readonly caseCommonId: number;
  /** 1 for the first try. */
  readonly attempt: number;
  /** HTTP status of the answer; 0 when there was none. */
  readonly status: number;
}

/** A URL to call, and for what. */
export interface Subscription {
  readonly id: number;
  readonly url: string;
  readonly eventTypes: readonly string[];
  readonly active: boolean;
}

const tries = 10;
const longestPauseMs = 60_000;
const blockMs = 3_600_000;

/** Sends webhooks: ten tries, then the URL is blocked for an hour and what falls into it is dropped. */
export class Postman {
  readonly sent: SentWebhook[] = [];
  /** Events that were given up. */
  readonly dropped: { readonly url: string; readonly eventType: string; readonly caseCommonId: number }[] = [];
  readonly subscriptions: Subscription[] = [];
  readonly #blockedUntil = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #clock: Clock;
  readonly #deliver: (url: string, body: string) => Promise<number>;
  #lastId = 0;

  constructor(clock: Clock, deliver: (url: string, body: string) => Promise<number> = post) {
    this.#clock = clock;
    this.#deliver = deliver;
  }

  /** Adds a URL; a second one for the same URL is not stopped, as at the vendor. */
  subscribe(url: string, eventTypes: readonly string[], active: boolean): Subscription {
    const subscription = { id: ++this.#lastId, url, eventTypes, active };
    this.subscriptions.push(subscription);
    return subscription;
  }

  /** Removes one by its id. */
  unsubscribe(id: number | string): boolean {
    const at = this.subscriptions.findIndex((one) => String(one.id) === String(id));
    return at >= 0 && this.subscriptions.splice(at, 1).length > 0;
  }

  /** Sends an event to whoever wants it. */
  send(eventType: string, caseCommonId: number, body: Readonly<Record<string, unknown>>): void {
    const text = JSON.stringify({
      eventType,
      body: { caseProperties: {}, ...body, caseCommonId: String(caseCommonId) },
    });
    for (const { url, eventTypes, active } of this.subscriptions)
      if (active && (eventTypes.includes("*") || eventTypes.includes(eventType)))
        this.#try({ url, eventType, caseCommonId }, text, 1);
  }

  /** Waits until every delivery under way has been answered. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #try(event: { url: string; eventType: string; caseCommonId: number }, text: string, attempt: number): void {
    if ((this.#blockedUntil.get(event.url) ?? 0) > this.#clock.now()) {
      this.dropped.push(event);
      return;
    }
    const going: Promise<void> = this.#send(event, text, attempt).finally(() => this.#underWay.delete(going));
    this.#underWay.add(going);
  }

  async #send(
    event: { url: string; eventType: string; caseCommonId: number },
    text: string,
    attempt: number,
  ): Promise<void> {
    const status = await this.#deliver(event.url, text).catch(() => 0);
    this.sent.push({ ...event, attempt, status });
    if (status >= 200 && status < 300) return;
    if (attempt >= tries) {
      this.#blockedUntil.set(event.url, this.#clock.now() + blockMs);
      this.dropped.push(event);
      return;
    }
    const wait = Math.min(1000 * 2 ** (attempt - 1), longestPauseMs);
    this.#clock.after(wait, () => this.#try(event, text, attempt + 1));
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
