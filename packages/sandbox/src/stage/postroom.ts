import type { Clock } from "@x/core/testing";
import { shownText } from "./bodies.js";
import type { CallbackFault, SentCallback, VendorName } from "./types.js";

/** A URL that stands for "whoever named none": the post room decides where it leads. */
export const unnamed = "https://unnamed.invalid/";

/** Sends a callback and returns the status of the answer. */
export type Deliver = (
  url: string,
  init: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
) => Promise<number>;

/** What a callback tells of, and what it tells. */
export type CallbackFacts = (body: unknown) => { readonly subject: string; readonly kind: string };

interface Letter {
  readonly vendor: VendorName;
  readonly url: string | undefined;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Most callbacks that are kept to be sent again. */
const most = 500;

/** Milliseconds that a late callback waits, by the sandbox's time. */
const lateMs = 60_000;

/** Where every vendor's callbacks pass: they are noted, go astray when told to, and can be sent again. */
export class Postroom {
  readonly sent: SentCallback[] = [];
  /** Told of every callback, when it leaves and when it is answered. */
  onSent: (callback: SentCallback) => void = () => undefined;
  readonly #letters = new Map<number, Letter>();
  readonly #urls = new Map<VendorName, string>();
  readonly #planned = new Map<VendorName, CallbackFault[]>();
  readonly #facts: Readonly<Record<VendorName, CallbackFacts>>;
  readonly #clock: Clock;
  readonly #deliver: Deliver;
  #lastId = 0;

  constructor(clock: Clock, facts: Readonly<Record<VendorName, CallbackFacts>>, deliver: Deliver) {
    this.#clock = clock;
    this.#facts = facts;
    this.#deliver = deliver;
  }

  /** Where a vendor's callbacks go whose request names no URL. */
  urlOf(vendor: VendorName): string | undefined {
    return this.#urls.get(vendor);
  }

  /** Sets where they go; `undefined` keeps them here. */
  setUrl(vendor: VendorName, url: string | undefined): void {
    if (url === undefined) this.#urls.delete(vendor);
    else this.#urls.set(vendor, webUrl(url));
  }

  /** Faults that are planned for a vendor's callbacks. */
  plannedFor(vendor: VendorName): readonly CallbackFault[] {
    return this.#planned.get(vendor) ?? [];
  }

  /** Makes a vendor's next callbacks go wrong on their way. */
  fail(vendor: VendorName, fault: CallbackFault, times: number): void {
    this.#planned.set(vendor, [...this.plannedFor(vendor), ...Array.from({ length: times }, () => fault)]);
  }

  /** Takes back every planned fault of a vendor. */
  forgive(vendor: VendorName): void {
    this.#planned.delete(vendor);
  }

  /** Forgets what was sent. */
  forget(): void {
    this.sent.splice(0);
    this.#letters.clear();
  }

  /** What a fake hands its callbacks to. */
  readonly deliverFor =
    (vendor: VendorName) =>
    async (
      to: string,
      init: string | { readonly body: string; readonly headers: Readonly<Record<string, string>> },
    ): Promise<number> => {
      const { body, headers } = typeof init === "string" ? { body: init, headers: {} } : init;
      const url = to === unnamed ? this.#urls.get(vendor) : to;
      const letter: Letter = { vendor, url, body, headers: { "content-type": "application/json", ...headers } };
      const [fault, ...rest] = this.plannedFor(vendor);
      this.#planned.set(vendor, rest);
      if (fault === "lost") return this.#note(letter, { fault, status: 0 });
      if (fault === "late") {
        this.#clock.after(lateMs, () => void this.#send(letter, { fault }));
        return 200;
      }
      if (fault === "duplicate") void this.#send(letter, { fault });
      return await this.#send(letter, fault === undefined ? {} : { fault });
    };

  /**
   * Sends a callback again.
   *
   * @param id - Which one.
   * @param url - Where to; where it went before when left out.
   * @throws `TypeError` when it is unknown, or nobody has named a URL for it.
   */
  async repeat(id: number, url?: string): Promise<number> {
    const letter = this.#letters.get(id);
    if (letter === undefined) throw new TypeError("There is no such callback.");
    const to = url === undefined ? (letter.url ?? this.#urls.get(letter.vendor)) : webUrl(url);
    if (to === undefined) throw new TypeError("Nobody has named a URL for this callback: give one.");
    return await this.#send({ ...letter, url: to }, { repeats: id });
  }

  /** Sends a callback that was made up. */
  async send(
    vendor: VendorName,
    url: string,
    body: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<number> {
    const letter = { vendor, url: webUrl(url), body, headers: { "content-type": "application/json", ...headers } };
    return await this.#send(letter, {});
  }

  async #send(letter: Letter, more: Pick<SentCallback, "fault" | "repeats">): Promise<number> {
    const { url, body, headers } = letter;
    const callback = this.#open(letter, more);
    // Kept here for whoever names a URL later; the vendor takes it for delivered.
    if (url === undefined) return 200;
    const began = performance.now();
    const status = await this.#deliver(url, { body, headers }).catch(() => 0);
    this.#close({ ...callback, status, elapsedMs: Math.round(performance.now() - began) });
    return status;
  }

  #note(letter: Letter, more: Pick<SentCallback, "fault" | "status">): number {
    this.#open(letter, more);
    return more.status ?? 0;
  }

  #open(letter: Letter, more: Partial<SentCallback>): SentCallback {
    const { vendor, url, body } = letter;
    const id = ++this.#lastId;
    const callback: SentCallback = {
      id,
      vendor,
      at: this.#clock.now(),
      url: url === undefined ? undefined : withoutSecrets(url),
      ...this.#facts[vendor](parsed(body)),
      ...more,
      body: shownText(body),
    };
    this.#letters.set(id, letter);
    this.sent.push(callback);
    if (this.sent.length > most) this.#letters.delete(this.sent.shift()?.id ?? 0);
    this.onSent(callback);
    return callback;
  }

  #close(callback: SentCallback): void {
    const at = this.sent.findIndex(({ id }) => id === callback.id);
    if (at >= 0) this.sent[at] = callback;
    this.onSent(callback);
  }
}

/** A URL that a callback can go to. */
function webUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new TypeError("A callback needs an absolute http URL.");
  return url.href;
}

/** A callback URL may carry the one secret that its vendor can prove itself by: its path is not shown. */
function withoutSecrets(text: string): string {
  const { origin, pathname } = new URL(text);
  return pathname === "/" ? origin : `${origin}/…`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}

/** The usual way. */
export const post: Deliver = async (url, { body, headers }) => {
  const signal = AbortSignal.timeout(5000);
  const answer = await fetch(url, { method: "POST", body, headers, redirect: "manual", signal });
  await answer.body?.cancel();
  return answer.status;
};
