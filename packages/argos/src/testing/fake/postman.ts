import type { Clock } from "@x/core/testing";
import { sealed } from "../../ciphers/envelope.js";
import type { ArgosCipher } from "../../ciphers/types.js";

/** One webhook that was sent, or lost on purpose. */
export interface SentWebhook {
  /** What it told of. */
  readonly trigger: string;
  readonly submission_id: string;
  /** HTTP status of the answer; 0 when there was none. */
  readonly status: number;
}

/** What can go wrong with a webhook. */
export type WebhookFault =
  /** It never comes. */
  | "lost"
  /** It comes twice. */
  | "duplicate"
  /** It comes five minutes later. */
  | "late"
  /** It comes after the next one. */
  | "reordered";

/** What a webhook says. */
export interface Webhook {
  readonly webhook_trigger: string;
  readonly submission_id: string;
}

/** How webhooks leave the fake. */
export interface PostmanOptions {
  /** Where to; without one nothing is sent. */
  readonly webhookUrl?: string | undefined;
  /** Sends one and returns the status of the answer. Default POST by the runtime's fetch. */
  readonly deliver?: ((url: string, body: string) => Promise<number>) | undefined;
  readonly cipher?: ArgosCipher | undefined;
}

/** Sends webhooks. How often the vendor tries again is not documented, so this tries once. */
export class Postman {
  readonly sent: SentWebhook[] = [];
  readonly #planned: WebhookFault[] = [];
  readonly #held: Webhook[] = [];
  readonly #underWay = new Set<Promise<void>>();
  readonly #clock: Clock;
  readonly #options: PostmanOptions;

  constructor(clock: Clock, options: PostmanOptions) {
    this.#clock = clock;
    this.#options = options;
  }

  /** Plans a fault for the next webhooks. */
  fail(fault: WebhookFault, times: number): void {
    for (let n = 0; n < times; n++) this.#planned.push(fault);
  }

  /** Sends one. */
  send(webhook: Webhook): void {
    const { webhookUrl: url } = this.#options;
    if (url === undefined) return;
    const fault = this.#planned.shift();
    if (fault === "lost") {
      this.#note(webhook, 0);
      return;
    }
    if (fault === "reordered") {
      this.#held.push(webhook);
      return;
    }
    if (fault === "late") this.#clock.after(300_000, () => this.#go(url, webhook));
    else this.#go(url, webhook);
    if (fault === "duplicate") this.#go(url, webhook);
    for (const held of this.#held.splice(0)) this.#go(url, held);
  }

  /** Waits until everything under way has been answered. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #go(url: string, webhook: Webhook): void {
    const going: Promise<void> = this.#post(url, webhook).finally(() => this.#underWay.delete(going));
    this.#underWay.add(going);
  }

  async #post(url: string, webhook: Webhook): Promise<void> {
    const { cipher, deliver = post } = this.#options;
    const plain = JSON.stringify(webhook);
    const body = cipher === undefined ? plain : JSON.stringify(sealed(await cipher.encrypt(plain)));
    this.#note(webhook, await deliver(url, body).catch(() => 0));
  }

  #note({ webhook_trigger: trigger, submission_id }: Webhook, status: number): void {
    this.sent.push({ trigger, submission_id, status });
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
