import { asFile, ofBodyFault, readRaw, textOf, understand } from "./answer.js";
import { type AuthCall, AuthFailure } from "./auth/types.js";
import type { Books } from "./books/types.js";
import type { RequestOptions } from "./client-options.js";
import type { Shared } from "./client-state.js";
import { type Deadline, Interrupted } from "./deadline.js";
import type { Deviation } from "./drift.js";
import type { AnyEndpoint } from "./endpoint.js";
import { ApiError } from "./errors/api-error.js";
import { InputError } from "./errors/input-error.js";
import { foreignCode, type SdkError } from "./errors/sdk-error.js";
import { NetworkError } from "./errors/transport-errors.js";
import type { OpenFile } from "./file-stream.js";
import { notify } from "./hooks.js";
import { outcomeOfNetworkFailure, outcomeOfStatus } from "./outcome.js";
import type { PlacedRequest } from "./place.js";
import type { Progress } from "./progress.js";
import { discard } from "./read-body.js";
import { redirectedBy, refusedBy } from "./refusal.js";

const defaultMaxBytes = 10 * 1024 * 1024;
const defaultMaxFileBytes = 50 * 1024 * 1024;

/** What an exchange is told by the call that it belongs to. */
interface Owner {
  readonly shared: Shared;
  readonly endpoint: AnyEndpoint;
  readonly options: RequestOptions;
  readonly progress: Progress;
  /** Hands the body of a success on unread, where the caller wants it so. */
  readonly open: OpenFile | undefined;
  /** The books that see the bytes of the answer. */
  readonly books: () => Books | undefined;
  /** The error of a call that had succeeded but for its body. */
  readonly endedBy: (error: unknown, deadline: Deadline) => SdkError;
}

/** One request and its answer, as often as the call needs it: credential, sending, reading, and what a failure means. */
export class Exchange {
  readonly #owner: Owner;
  /** Whether a 401 has led to another credential already: it may do so once. */
  #renewed = false;
  /** Headers with the credential of the attempt under way. */
  #used: Record<string, string> | undefined;
  /** Until a body that was handed on has ended, the call has not. */
  #reading: Promise<void> | undefined;

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  /** Does what a call does at its end: at once, or when the body that was handed on has ended. */
  atEnd(work: () => void): void {
    if (this.#reading === undefined) work();
    else void this.#reading.then(work);
  }

  /** One attempt, from the moment it may go out: waits between attempts hold no place. */
  async attempt(placed: PlacedRequest, deadline: Deadline): Promise<unknown> {
    deadline.check();
    deadline.phase = "waiting";
    const leave = await this.#owner.shared.gate.enter(deadline);
    try {
      return await this.#exchange(placed, deadline);
    } finally {
      this.atEnd(leave);
    }
  }

  async #exchange(placed: PlacedRequest, deadline: Deadline): Promise<unknown> {
    const { options, hooks, baseUrl, send } = this.#owner.shared;
    deadline.phase = "authentication";
    const headers = await this.#credential(deadline);
    headers.set("accept", this.#owner.endpoint.answersFile === undefined ? "application/json" : "*/*");
    if (placed.contentType !== undefined) headers.set("content-type", placed.contentType);
    const url = this.#url(baseUrl.origin + baseUrl.path + placed.target);

    this.#owner.progress.attempts++;
    if (hooks.onRequest !== undefined) notify(hooks, hooks.onRequest, this.#owner.progress.event());
    deadline.check();
    deadline.phase = "headers";
    this.#owner.progress.sent = true;
    const fetch = options.fetch ?? globalThis.fetch;
    const body = typeof placed.body === "object" ? placed.body.open(headers) : placed.body;
    const { method, effect, cost } = this.#owner.endpoint;
    const once = effect === "create" || cost === "billed";
    const request = { url, method, headers, body, signal: deadline.signal, fetch, once };
    let response: Response;
    try {
      response = await this.#answer(send(request), deadline);
    } catch (error) {
      throw this.#ofSendFailure(error);
    }
    if (hooks.onResponse !== undefined)
      notify(hooks, hooks.onResponse, { ...this.#owner.progress.event(), status: response.status });
    return await this.#read(response, deadline);
  }

  async #credential(deadline: Deadline): Promise<Headers> {
    if (this.#owner.endpoint.anonymous === true) return new Headers();
    const call: AuthCall = {
      get remainingMs() {
        return deadline.remaining;
      },
      signal: deadline.signal,
    };
    try {
      const given = this.#owner.shared.auth.headers(call);
      this.#used = given instanceof Promise ? await deadline.race(given) : given;
      return new Headers(this.#used);
    } catch (error) {
      throw error instanceof AuthFailure ? error.describe(this.#owner.progress.facts()) : error;
    }
  }

  /** A refused credential was refused before the work, so even a create may be sent again with another one. */
  mayRenew(): boolean {
    if (this.#renewed || this.#used === undefined) return false;
    this.#renewed = this.#owner.shared.auth.renew?.(new Headers(this.#used)) === true;
    return this.#renewed;
  }

  /** Waits for the headers; a response that comes after the call has ended is let go, not left unread. */
  async #answer(sending: Promise<Response>, deadline: Deadline): Promise<Response> {
    let inTime = true;
    sending.then(
      (late) => inTime || discard(late),
      () => undefined,
    );
    try {
      return await deadline.race(sending);
    } catch (error) {
      inTime = false;
      deadline.check();
      throw error;
    }
  }

  async #read(response: Response, deadline: Deadline): Promise<unknown> {
    const { options, hooks, drift, codec } = this.#owner.shared;
    const { status } = response;
    if (response.type === "opaqueredirect" || (status >= 300 && status < 400))
      throw redirectedBy(response, this.#owner.shared.baseUrl.origin, this.#owner.progress);
    const context = { endpoint: this.#owner.endpoint, status, facts: () => this.#owner.progress.facts() };
    // What the status says holds even when the call is interrupted before the body is read.
    if (status < 200 || status >= 300) this.#owner.progress.over(this.#owner.progress.further(outcomeOfStatus(status)));
    const kinds = status >= 200 && status < 300 ? this.#owner.endpoint.answersFile : undefined;
    let bytes: Uint8Array;
    let text = "";
    try {
      const limit = options.maxResponseBytes ?? (kinds === undefined ? defaultMaxBytes : defaultMaxFileBytes);
      if (kinds !== undefined && this.#owner.open !== undefined) {
        const type = response.headers.get("content-type");
        const refuse = (head: Uint8Array): never => asFile(head, type, kinds, context) as never;
        const failed = (error: unknown): SdkError => this.#owner.endedBy(ofBodyFault(error, context), deadline);
        const opened = await this.#owner.open({ response, maxBytes: limit, deadline, kinds, refuse, failed });
        this.#reading = opened.ended;
        return opened.file;
      }
      bytes = await readRaw(response, limit, deadline);
      this.#owner.books()?.read(bytes);
      if (kinds === undefined) text = await textOf(bytes, response, deadline, codec);
    } catch (error) {
      throw status >= 200 && status < 300 ? ofBodyFault(error, context) : this.#refusedUnread(error, response);
    }
    if (kinds !== undefined) return asFile(bytes, response.headers.get("content-type"), kinds, context);
    const raw = { status, headers: response.headers, text };
    notify(hooks, this.#owner.options.onRawResponse, raw);
    if (status < 200 || status >= 300) throw this.#refused(response, text);
    const validation = this.#owner.options.responseValidation ?? options.responseValidation ?? "report";
    const report = (deviation: Deviation): void => drift.report(this.#owner.endpoint.name, deviation);
    const contentType = response.headers.get("content-type");
    const value = await understand(text, contentType, context, validation, report, deadline);
    const refusal = this.#owner.endpoint.refusal?.(value);
    if (refusal === undefined) return value;
    throw new ApiError({
      facts: this.#owner.progress.facts(),
      outcome: "rejected",
      status,
      reason: "The vendor refused in the body of a success.",
      refusal,
      text,
    });
  }

  #refused(response: Response, text: string | undefined): ApiError {
    return refusedBy(response, text, this.#owner.endpoint, this.#owner.shared, this.#owner.progress);
  }

  /** The status has said it; an error page that cannot be read takes nothing away from that. */
  #refusedUnread(error: unknown, response: Response): unknown {
    return error instanceof Interrupted ? error : this.#refused(response, undefined);
  }

  #ofSendFailure(error: unknown): unknown {
    if (error instanceof Interrupted) return error;
    const outcome = this.#owner.progress.further(outcomeOfNetworkFailure(error));
    return new NetworkError(this.#owner.progress.facts(), outcome, foreignCode(error), error);
  }

  /** The URL must still be what was built: nothing may normalise it into another path or origin. */
  #url(built: string): string {
    const url = new URL(built);
    if (url.href !== built)
      throw new InputError(this.#owner.progress.facts(), [
        { path: "", code: "invalid_path", expected: "values that leave the path as it is" },
      ]);
    return url.href;
  }
}
