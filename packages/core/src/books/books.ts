import type { Shared } from "../client-state.js";
import { Interrupted } from "../deadline.js";
import { sha256 } from "../digest.js";
import { elementsOf, nameOf, unitsOf } from "../elements.js";
import type { AnyEndpoint, CallElement } from "../endpoint.js";
import type { BodyError } from "../errors/body-errors.js";
import { InputError } from "../errors/input-error.js";
import type { DuplicateDetectedError, Reconcile, Reconciled } from "../errors/outcome-errors.js";
import { type CallFacts, isSdkError, type SdkError } from "../errors/sdk-error.js";
import { StoreError } from "../errors/store-error.js";
import { notify } from "../hooks.js";
import type { EarlierCall, IntentClaim, IntentFate } from "../intents/types.js";
import type { JournalEntry } from "../journal/types.js";
import type { Progress } from "../progress.js";
import type { SpendSlot } from "../spend/types.js";
import type { Books, KeepBooks } from "./types.js";

/** Opens the books of a call, for a client that has intents, a spend guard or a journal. */
export const keepBooks: KeepBooks = (...call) => new OpenBooks(...call);

class OpenBooks implements Books {
  readonly #shared: Shared;
  readonly #endpoint: AnyEndpoint;
  readonly #progress: Progress;
  readonly #elements: readonly CallElement[];
  readonly #units: number;
  #slot: SpendSlot | undefined;
  #claim: IntentClaim | undefined;
  #answer: Uint8Array | undefined;
  #over = false;

  /** Whether the caller named the call: a reference made here is lost with the process. */
  readonly #named: boolean;

  constructor(...[shared, endpoint, progress, given, input, reference]: Parameters<KeepBooks>) {
    this.#shared = shared;
    this.#endpoint = endpoint;
    this.#progress = progress;
    const elements = elementsOf(endpoint, input);
    this.#elements =
      reference === undefined
        ? elements
        : elements.map(({ content }, at) => ({ reference: nameOf(reference, elements.length, at), content }));
    this.#named = reference !== undefined || elementsOf(endpoint, given).every((one) => one.reference !== undefined);
    this.#units = unitsOf(endpoint, input);
  }

  async take(): Promise<void> {
    const { spend, intents } = this.#shared.options;
    const facts = this.#progress.facts();
    const [units, reference] = [this.#units, this.#elements[0]?.reference];
    if (units === 0) return;
    if (intents !== undefined && !this.#named)
      throw new InputError(facts, [
        {
          path: "options.reference",
          code: "missing",
          expected: "a reference here or in the input, to keep an intent by",
        },
      ]);
    const { vendor, operation } = facts;
    const slot = await ofStore(facts, spend?.take({ vendor, operation, units, reference }, facts));
    this.#slot = slot;
    // The guard was so slow that the call has ended without it.
    if (this.#over) await this.#quietly(slot?.giveBack());
  }

  async claim(
    timeoutMs: number,
    noted: unknown,
    lookUp: (from: EarlierCall) => Reconcile<unknown> | undefined,
  ): Promise<void> {
    const { intents } = this.#shared.options;
    if (intents === undefined || this.#units === 0) return;
    const facts = this.#progress.facts();
    const { startedAt } = this.#progress;
    const asked = intents.begin({
      facts,
      elements: this.#elements.map(({ reference = "", content }) => ({ reference, content })),
      startedAt,
      endsAt: new Date(startedAt.getTime() + timeoutMs),
      noted,
      lookUp: (from, tell) => {
        const reconcile = lookUp(from);
        return reconcile && this.#watched(reconcile, tell);
      },
    });
    const claim = await ofStore(facts, asked);
    this.#claim = claim;
    // The store was so slow that the call has ended without it.
    if (this.#over) await this.#quietly(claim.end(this.#elements.map(() => undefined)));
  }

  read(bytes: Uint8Array): void {
    this.#answer = bytes;
  }

  watched(reconcile: Reconcile<unknown>): Reconcile<unknown> {
    return this.#watched(reconcile, async (fates) => {
      await this.#claim?.end(fates);
      if (fates.every((fate) => fate === undefined)) await this.#slot?.giveBack();
    });
  }

  async succeeded(value: unknown): Promise<void> {
    const fates = this.#made(value);
    await this.#quietly(this.#claim?.end(fates));
    await this.#journal({ outcome: "done", ids: fates.flat() });
  }

  async failed(error: SdkError): Promise<void> {
    const { outcome } = error;
    this.#over = true;
    const { createdIds = [] } = error as Partial<BodyError>;
    if (outcome === "not_sent" || outcome === "rejected") {
      await this.#quietly(this.#slot?.giveBack());
      await this.#quietly(this.#claim?.end(this.#elements.map(() => undefined)));
    } else {
      const fates = spread(createdIds, this.#elements.length);
      await this.#quietly(fates === undefined ? this.#claim?.lose() : this.#claim?.end(fates));
    }
    await this.#journal({ outcome, code: error.code, ids: createdIds });
  }

  #watched(reconcile: Reconcile<unknown>, tell: (fates: readonly IntentFate[]) => Promise<void>): Reconcile<unknown> {
    return async (options) => {
      try {
        const found = await reconcile(options);
        const fates = this.#fates(found);
        if (fates !== undefined) await this.#quietly(tell(fates));
        const ids = (fates ?? []).flatMap((fate) => fate ?? []);
        await this.#journal({ kind: "reconcile", outcome: found.status, ids });
        return found;
      } catch (error) {
        if (!isSdkError(error) || error.code !== "duplicate_detected") throw error;
        const { ids } = error as DuplicateDetectedError;
        await this.#quietly(tell(this.#elements.map(() => ids)));
        await this.#journal({ kind: "reconcile", outcome: "several", code: error.code, ids });
        throw error;
      }
    };
  }

  /** What a look-up says of each element; nothing when it does not know. */
  #fates(found: Reconciled<unknown>): readonly IntentFate[] | undefined {
    switch (found.status) {
      case "created":
        return this.#made(found.value);
      case "partly_created":
        return (found.value as readonly unknown[]).map((one) => (one === undefined ? undefined : this.#idsIn(one)));
      case "not_created":
        return this.#elements.map(() => undefined);
      case "unclear":
        return undefined;
    }
  }

  async #journal(
    what: Pick<JournalEntry, "outcome" | "ids"> & Partial<Pick<JournalEntry, "kind" | "code">>,
  ): Promise<void> {
    const { journal } = this.#shared.options;
    if (journal === undefined) return;
    const { effect, cost } = this.#endpoint;
    const { vendor, operation, attempts, elapsedMs } = this.#progress.facts();
    const references = this.#elements.flatMap(({ reference }) => reference ?? []);
    const digest = this.#answer === undefined ? {} : { digest: await sha256(this.#answer) };
    const startedAt = this.#progress.startedAt.toISOString();
    const entry = {
      kind: "call" as const,
      vendor,
      operation,
      effect,
      cost,
      references,
      attempts,
      startedAt,
      elapsedMs,
    };
    await this.#quietly((async () => await journal.append({ ...entry, ...digest, ...what }))());
  }

  /** Ids by element, out of what the operation returns. */
  #made(value: unknown): readonly (readonly (string | number)[])[] {
    const { length } = this.#elements;
    if (length === 1) return [this.#idsIn(value)];
    return Array.isArray(value) && value.length === length
      ? value.map((one) => this.#idsIn(one))
      : this.#elements.map(() => []);
  }

  #idsIn(value: unknown): readonly (string | number)[] {
    const { creates } = this.#endpoint;
    const field = typeof creates === "object" ? creates.field : creates;
    const id = field === undefined ? undefined : firstNamed(value, field);
    return typeof id === "string" || typeof id === "number" ? [id] : [];
  }

  /** The call is over: what cannot be written down must neither fail it nor hold it up for long. */
  async #quietly(writing: Promise<unknown> | undefined): Promise<void> {
    if (writing === undefined) return;
    const { hooks } = this.#shared;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Not written down within ${patienceMs} ms.`)), patienceMs);
    });
    try {
      await Promise.race([writing, silence]);
    } catch (error) {
      notify(hooks, hooks.onHookError, error);
    } finally {
      clearTimeout(timer);
    }
  }
}

const patienceMs = 5000;

/** Before the send whatever is not an error of ours came from the store, and keeps the call from being sent. */
async function ofStore<T>(facts: CallFacts, asking: Promise<T>): Promise<T>;
async function ofStore<T>(facts: CallFacts, asking: Promise<T> | undefined): Promise<T | undefined>;
async function ofStore<T>(facts: CallFacts, asking: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    throw isSdkError(error) || error instanceof Interrupted ? error : new StoreError(facts, error);
  }
}

/** Ids by element, where there is one for each. */
function spread(ids: readonly (string | number)[], elements: number): (string | number)[][] | undefined {
  if (ids.length === 0) return undefined;
  if (elements === 1) return [[...ids]];
  return ids.length === elements ? ids.map((id) => [id]) : undefined;
}

/** The value of the first field with this name, nearest to the top. */
function firstNamed(value: unknown, name: string): unknown {
  let level: unknown[] = [value];
  while (level.length > 0) {
    const objects = level.filter((one): one is Record<string, unknown> => typeof one === "object" && one !== null);
    const found = objects.find((one) => Object.hasOwn(one, name) && one[name] !== null);
    if (found !== undefined) return found[name];
    level = objects.flatMap((one) => Object.values(one));
  }
  return undefined;
}
