import type { Books } from "./books/types.js";
import type { RequestOptions } from "./client-options.js";
import { encodePlaced } from "./codec.js";
import { Deadline } from "./deadline.js";
import { elementsOf, nameOf, unitsOf } from "./elements.js";
import { encodeInput } from "./encode.js";
import { Exchange } from "./exchange.js";
import { type AnyEndpoint, type Endpoint, erased, type Lookup, type LookupContext } from "./endpoint.js";
import type { Outcome } from "./errors/codes.js";
import { isBodyError } from "./errors/guards.js";
import { InputError, type InputIssue } from "./errors/input-error.js";
import { OutcomeUnknownError, type Reconcile, SpendRefusedError } from "./errors/outcome-errors.js";
import { isSdkError, type SdkError } from "./errors/sdk-error.js";
import { wrongInput } from "./explaining.js";
import type { OpenFile } from "./file-stream.js";
import { notify } from "./hooks.js";
import type { EarlierCall } from "./intents/types.js";
import { place, type PlacedRequest } from "./place.js";
import { makeReference, reconcileBy } from "./reconcile.js";
import { backoffMs, mayResend, resendPolicy } from "./retry.js";
import { ownOnly, plantedName } from "./own.js";
import { Progress } from "./progress.js";
import { isBrowser } from "./runtime.js";
import { timeoutIssue } from "./time-limit.js";
import type { Shared } from "./client-state.js";

const defaultTimeout = 30_000;

/** One call from input to value or error: checks, sends, resends where that is safe, and says how far it got. */
export class Call {
  readonly #shared: Shared;
  readonly #endpoint: AnyEndpoint;
  readonly #options: RequestOptions;
  readonly #path: string;
  readonly #progress: Progress;
  /** What the look-up saw before the create was sent. */
  #noted: unknown;
  #books: Books | undefined;
  /** What is sent: the input with what the caller left out. */
  input: unknown;
  readonly #exchange: Exchange;

  constructor(shared: Shared, endpoint: AnyEndpoint, options: RequestOptions, open?: OpenFile) {
    this.#shared = shared;
    this.#endpoint = endpoint;
    this.#options = ownOnly(options);
    this.#path = shared.paths?.[endpoint.name] ?? endpoint.path;
    this.#progress = new Progress(shared.vendor, endpoint, this.#path);
    this.#exchange = new Exchange({
      shared,
      endpoint,
      options: this.#options,
      progress: this.#progress,
      open,
      books: () => this.#books,
      endedBy: (error, { timeoutMs }) => this.#final(this.#progress.typed(error, timeoutMs)),
    });
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
      this.#exchange.atEnd(() => deadline?.dispose());
    }
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
        const value = await this.#exchange.attempt(placed, deadline);
        budget.give(spent);
        return value;
      } catch (error) {
        const failed = this.#progress.failed(error);
        // The credential's own source has its own pauses and resends.
        if (failed === undefined || deadline.phase === "authentication") throw error;
        if (failed.status === 401 && this.#exchange.mayRenew()) {
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
