import { asFile, ofBodyFault, readRaw, textOf, understand } from "./answer.js";
import { type AuthCall, AuthFailure } from "./auth/types.js";
import type { Books } from "./books/types.js";
import type { RequestOptions } from "./client-options.js";
import { encodePlaced } from "./codec.js";
import { Deadline, Interrupted } from "./deadline.js";
import type { Deviation } from "./drift.js";
import { elementsOf, nameOf, unitsOf } from "./elements.js";
import { encodeInput } from "./encode.js";
import { type AnyEndpoint, type Endpoint, erased, type Lookup, type LookupContext } from "./endpoint.js";
import { ApiError } from "./errors/api-error.js";
import type { Outcome } from "./errors/codes.js";
import { isBodyError } from "./errors/guards.js";
import { InputError, type InputIssue } from "./errors/input-error.js";
import { OutcomeUnknownError, type Reconcile, SpendRefusedError } from "./errors/outcome-errors.js";
import { foreignCode, isSdkError, type SdkError } from "./errors/sdk-error.js";
import { NetworkError } from "./errors/transport-errors.js";
import { wrongInput } from "./explaining.js";
import type { OpenFile } from "./file-stream.js";
import { notify } from "./hooks.js";
import type { EarlierCall } from "./intents/types.js";
import { outcomeOfNetworkFailure, outcomeOfStatus } from "./outcome.js";
import { place, type PlacedRequest } from "./place.js";
import { discard } from "./read-body.js";
import { makeReference, reconcileBy } from "./reconcile.js";
import { backoffMs, mayResend, resendPolicy } from "./retry.js";
import { ownOnly, plantedName } from "./own.js";
import { Progress } from "./progress.js";
import { redirectedBy, refusedBy } from "./refusal.js";
import { isBrowser } from "./runtime.js";
import { timeoutIssue } from "./time-limit.js";
import type { Shared } from "./client-state.js";

const defaultTimeout = 30_000;
const defaultMaxBytes = 10 * 1024 * 1024;
const defaultMaxFileBytes = 50 * 1024 * 1024;

/** One call from input to value or error: checks, sends, resends where that is safe, and says how far it got. */
export class Call {
  readonly #shared: Shared;
  readonly #endpoint: AnyEndpoint;
  readonly #options: RequestOptions;
  readonly #path: string;
  readonly #progress: Progress;
  /** Whether a 401 has led to another credential already: it may do so once. */
  #renewed = false;
  /** What the look-up saw before the create was sent. */
  #noted: unknown;
  #books: Books | undefined;
  /** What is sent: the input with what the caller left out. */
  input: unknown;
  /** Headers with the credential of the attempt under way. */
  #used: Record<string, string> | undefined;
  /** Hands the body of a success on unread, where the caller wants it so. */
  readonly #open: OpenFile | undefined;
  /** Until a body that was handed on has ended, the call has not. */
  #reading: Promise<void> | undefined;

  constructor(shared: Shared, endpoint: AnyEndpoint, options: RequestOptions, open?: OpenFile) {
    this.#open = open;
    this.#shared = shared;
    this.#endpoint = endpoint;
    this.#options = ownOnly(options);
    this.#path = shared.paths?.[endpoint.name] ?? endpoint.path;
    this.#progress = new Progress(shared.vendor, endpoint, this.#path);
  }

  async run(given: unknown): Promise<unknown> {
    const timeoutMs = this.#options.timeout ?? this.#shared.options.timeout ?? this.#endpoint.timeout ?? defaultTimeout;
    this.input = given;
    let deadline: Deadline | undefined;
    try {
      const limit = timeoutIssue("options.timeout", timeoutMs);
      deadline = new Deadline(
        limit === undefined ? timeoutMs : defaultTimeout,
        this.#options.signal,
        this.#progress.began,
      );
      await this.#check(given, limit, deadline);
      const input = await this.#complete(given, deadline);
      this.#guard(input);
      this.#books = this.#openBooks(given, input);
      if (this.#books !== undefined) await deadline.race(this.#books.take());
      await this.#note(input, deadline);
      const placed = await this.#placed(input, deadline);
      if (this.#books !== undefined)
        await deadline.race(this.#books.claim(timeoutMs, this.#noted, (from) => this.#reconcile(from)));
      const value = await this.#sendUntilDone(placed, deadline);
      await this.#books?.succeeded(value);
      return value;
    } catch (error) {
      const final = this.#final(this.#progress.typed(error, timeoutMs));
      await this.#books?.failed(final);
      throw final;
    } finally {
      this.#atEnd(() => deadline?.dispose());
    }
  }

  #atEnd(work: () => void): void {
    if (this.#reading === undefined) work();
    else void this.#reading.then(work);
  }

  get #lookup(): Lookup<unknown, unknown> | undefined {
    return this.#endpoint.lookup;
  }

  async #check(input: unknown, timeout: InputIssue | undefined, deadline: Deadline): Promise<void> {
    const issues = this.#endpoint.input.accepts(input) ? [] : await wrongInput(this.#endpoint, input, deadline);
    if (timeout !== undefined) issues.push(timeout);
    const planted = plantedName();
    if (planted !== undefined)
      issues.push({ path: `Object.prototype.${planted}`, code: "planted", expected: "no such property" });
    if (issues.length > 0) this.#refuse(issues);
  }

  /** Fills in what the caller left out; a name given with the call stands where a reference would be made. */
  async #complete(given: unknown, deadline: Deadline): Promise<unknown> {
    const { complete } = this.#endpoint;
    const { reference } = this.#options;
    if (complete === undefined) return given;
    const elements = reference === undefined ? 0 : elementsOf(this.#endpoint, given).length;
    let at = 0;
    const make = (): string => (reference === undefined ? makeReference() : nameOf(reference, elements, at++));
    this.input = complete(given as never, make);
    if (reference !== undefined) await this.#check(this.input, undefined, deadline);
    return this.input;
  }

  /** Looks at what is there before a create, within the create's own deadline. */
  async #note(input: unknown, deadline: Deadline): Promise<void> {
    const lookup = this.#lookup;
    if (lookup?.before === undefined) return;
    try {
      this.#noted = await deadline.race(lookup.before(input, this.#lookupContext(deadline.signal)));
    } catch (error) {
      deadline.check();
      // Whatever became of the look, the create was not sent.
      throw isSdkError(error) ? Object.assign(error, { outcome: "not_sent" satisfies Outcome }) : error;
    }
  }

  #openBooks(given: unknown, input: unknown): Books | undefined {
    const { intents, spend, journal } = this.#shared.options;
    const keep = (intents ?? spend ?? journal)?.keep;
    return keep?.(this.#shared, this.#endpoint, this.#progress, given, input, this.#options.reference);
  }

  #guard(input: unknown): void {
    const { guard, baseUrl, options } = this.#shared;
    const refused =
      isBrowser() && options.allowBilledInBrowser !== true && unitsOf(this.#endpoint, input) > 0
        ? "a browser may send it twice by itself. Call it from your backend, or set allowBilledInBrowser."
        : guard?.({ endpoint: this.#endpoint, input, origin: baseUrl.origin });
    if (refused !== undefined) throw new SpendRefusedError(this.#progress.facts(), refused);
  }

  async #placed(input: unknown, deadline: Deadline): Promise<PlacedRequest> {
    const encoded =
      this.#endpoint.encode === undefined ? { input } : await deadline.race(encodeInput(this.#endpoint, input));
    if ("issues" in encoded) this.#refuse(encoded.issues);
    const placed = place(this.#endpoint, this.#path, encoded.input);
    if (!("target" in placed)) this.#refuse(placed);
    const { codec } = this.#shared;
    return codec === undefined ? placed : await deadline.race(encodePlaced(codec, placed));
  }

  async #sendUntilDone(placed: PlacedRequest, deadline: Deadline): Promise<unknown> {
    const { budget, hooks } = this.#shared;
    const declared = resendPolicy(this.#endpoint);
    const policy = this.#options.resendUnsent === true ? { ...declared, notSent: true } : declared;
    let spent = 0;
    for (;;) {
      try {
        const value = await this.#attempt(placed, deadline);
        budget.give(spent);
        return value;
      } catch (error) {
        const failed = this.#progress.failed(error);
        // The credential's own source has its own pauses and resends.
        if (failed === undefined || deadline.phase === "authentication") throw error;
        if (failed.status === 401 && this.#mayRenew()) {
          this.#progress.past = this.#progress.further(failed.outcome);
          continue;
        }
        if (!mayResend(policy, failed)) throw error;
        const delayMs = backoffMs(failed, Math.random);
        if (delayMs === undefined || delayMs >= deadline.remaining) throw error;
        const price = budget.take(failed.code);
        if (price === undefined) throw error;
        spent += price;
        this.#progress.over(failed.outcome);
        deadline.phase = "waiting";
        notify(hooks, hooks.onRetry, { ...this.#progress.event(), code: failed.code, delayMs });
        await deadline.sleep(delayMs);
      }
    }
  }

  /** One attempt, from the moment it may go out: waits between attempts hold no place. */
  async #attempt(placed: PlacedRequest, deadline: Deadline): Promise<unknown> {
    deadline.check();
    deadline.phase = "waiting";
    const leave = await this.#shared.gate.enter(deadline);
    try {
      return await this.#exchange(placed, deadline);
    } finally {
      this.#atEnd(leave);
    }
  }

  async #exchange(placed: PlacedRequest, deadline: Deadline): Promise<unknown> {
    const { options, hooks, baseUrl, send } = this.#shared;
    deadline.phase = "authentication";
    const headers = await this.#credential(deadline);
    headers.set("accept", this.#endpoint.answersFile === undefined ? "application/json" : "*/*");
    if (placed.contentType !== undefined) headers.set("content-type", placed.contentType);
    const url = this.#url(baseUrl.origin + baseUrl.path + placed.target);

    this.#progress.attempts++;
    if (hooks.onRequest !== undefined) notify(hooks, hooks.onRequest, this.#progress.event());
    deadline.check();
    deadline.phase = "headers";
    this.#progress.sent = true;
    const fetch = options.fetch ?? globalThis.fetch;
    const body = typeof placed.body === "object" ? placed.body.open(headers) : placed.body;
    const { method, effect, cost } = this.#endpoint;
    const once = effect === "create" || cost === "billed";
    const request = { url, method, headers, body, signal: deadline.signal, fetch, once };
    let response: Response;
    try {
      response = await this.#answer(send(request), deadline);
    } catch (error) {
      throw this.#ofSendFailure(error);
    }
    if (hooks.onResponse !== undefined)
      notify(hooks, hooks.onResponse, { ...this.#progress.event(), status: response.status });
    return await this.#read(response, deadline);
  }

  async #credential(deadline: Deadline): Promise<Headers> {
    if (this.#endpoint.anonymous === true) return new Headers();
    const call: AuthCall = {
      get remainingMs() {
        return deadline.remaining;
      },
      signal: deadline.signal,
    };
    try {
      const given = this.#shared.auth.headers(call);
      this.#used = given instanceof Promise ? await deadline.race(given) : given;
      return new Headers(this.#used);
    } catch (error) {
      throw error instanceof AuthFailure ? error.describe(this.#progress.facts()) : error;
    }
  }

  /** A refused credential was refused before the work, so even a create may be sent again with another one. */
  #mayRenew(): boolean {
    if (this.#renewed || this.#used === undefined) return false;
    this.#renewed = this.#shared.auth.renew?.(new Headers(this.#used)) === true;
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
    const { options, hooks, drift, codec } = this.#shared;
    const { status } = response;
    if (response.type === "opaqueredirect" || (status >= 300 && status < 400))
      throw redirectedBy(response, this.#shared.baseUrl.origin, this.#progress);
    const context = { endpoint: this.#endpoint, status, facts: () => this.#progress.facts() };
    // What the status says holds even when the call is interrupted before the body is read.
    if (status < 200 || status >= 300) this.#progress.over(this.#progress.further(outcomeOfStatus(status)));
    const kinds = status >= 200 && status < 300 ? this.#endpoint.answersFile : undefined;
    let bytes: Uint8Array;
    let text = "";
    try {
      const limit = options.maxResponseBytes ?? (kinds === undefined ? defaultMaxBytes : defaultMaxFileBytes);
      if (kinds !== undefined && this.#open !== undefined) {
        const type = response.headers.get("content-type");
        const refuse = (head: Uint8Array): never => asFile(head, type, kinds, context) as never;
        const failed = (error: unknown): SdkError => this.#endedBy(ofBodyFault(error, context), deadline);
        const opened = await this.#open({ response, maxBytes: limit, deadline, kinds, refuse, failed });
        this.#reading = opened.ended;
        return opened.file;
      }
      bytes = await readRaw(response, limit, deadline);
      this.#books?.read(bytes);
      if (kinds === undefined) text = await textOf(bytes, response, deadline, codec);
    } catch (error) {
      throw status >= 200 && status < 300 ? ofBodyFault(error, context) : this.#refusedUnread(error, response);
    }
    if (kinds !== undefined) return asFile(bytes, response.headers.get("content-type"), kinds, context);
    const raw = { status, headers: response.headers, text };
    notify(hooks, this.#options.onRawResponse, raw);
    if (status < 200 || status >= 300) throw this.#refused(response, text);
    const validation = this.#options.responseValidation ?? options.responseValidation ?? "report";
    const report = (deviation: Deviation): void => drift.report(this.#endpoint.name, deviation);
    const contentType = response.headers.get("content-type");
    const value = await understand(text, contentType, context, validation, report, deadline);
    const refusal = this.#endpoint.refusal?.(value);
    if (refusal === undefined) return value;
    throw new ApiError({
      facts: this.#progress.facts(),
      outcome: "rejected",
      status,
      reason: "The vendor refused in the body of a success.",
      refusal,
      text,
    });
  }

  /** The error of a call that had succeeded but for its body. */
  #endedBy(error: unknown, { timeoutMs }: Deadline): SdkError {
    return this.#final(this.#progress.typed(error, timeoutMs));
  }

  #refused(response: Response, text: string | undefined): ApiError {
    return refusedBy(response, text, this.#endpoint, this.#shared, this.#progress);
  }

  /** The status has said it; an error page that cannot be read takes nothing away from that. */
  #refusedUnread(error: unknown, response: Response): unknown {
    return error instanceof Interrupted ? error : this.#refused(response, undefined);
  }

  #ofSendFailure(error: unknown): unknown {
    if (error instanceof Interrupted) return error;
    const outcome = this.#progress.further(outcomeOfNetworkFailure(error));
    return new NetworkError(this.#progress.facts(), outcome, foreignCode(error), error);
  }

  /** The URL must still be what was built: nothing may normalise it into another path or origin. */
  #url(built: string): string {
    const url = new URL(built);
    if (url.href !== built)
      this.#refuse([{ path: "", code: "invalid_path", expected: "values that leave the path as it is" }]);
    return url.href;
  }

  #refuse(issues: readonly InputIssue[]): never {
    throw new InputError(this.#progress.facts(), issues);
  }

  /** Where money or a record is at stake, an unknown outcome is told as such, with the way to find out. */
  #final(error: SdkError): SdkError {
    const { effect, cost } = this.#endpoint;
    const { hooks } = this.#shared;
    const { startedAt } = this.#progress;
    let final = error;
    if (error.outcome === "unknown" && (effect === "create" || cost === "billed") && error.code !== "outcome_unknown") {
      const reference = elementsOf(this.#endpoint, this.input)[0]?.reference;
      final = new OutcomeUnknownError(this.#progress.facts(), startedAt, reference, this.#ownReconcile(), error);
    }
    if (error.outcome === "created_unreadable" && isBodyError(error) && error.createdIds === undefined) {
      const reconcile = this.#ownReconcile();
      if (reconcile !== undefined) error.offer(reconcile);
    }
    notify(hooks, hooks.onError, { ...this.#progress.event(), error: final });
    return final;
  }

  /** The look-up of this call. */
  #ownReconcile(): Reconcile<unknown> | undefined {
    const { startedAt } = this.#progress;
    // Until now the last attempt may have waited for its connection, and left at the end.
    const reconcile = this.#reconcile({ startedAt, lastSentAt: new Date(), noted: this.#noted });
    return reconcile && (this.#books?.watched(reconcile) ?? reconcile);
  }

  #reconcile(from: EarlierCall): Reconcile<unknown> | undefined {
    const lookup = this.#lookup;
    return lookup && reconcileBy(lookup, this.input, { ...this.#lookupContext(), ...from }, this.#progress.facts());
  }

  #lookupContext(signal?: AbortSignal): LookupContext {
    return {
      startedAt: this.#progress.startedAt,
      noted: this.#noted,
      request: async <I, O>(endpoint: Endpoint<I, O>, input: I): Promise<O> =>
        (await new Call(this.#shared, erased(endpoint), signal === undefined ? {} : { signal }).run(input)) as O,
    };
  }
}
