import { CallbackError, isSdkError, isUsable, type Mailbox, type RequestOptions, WaitExpiredError } from "@x/core";
import type { VerifyVaspClient } from "../client.js";
import type { RequestChainalysisKytAssessmentInput } from "../endpoints/kyt/requestChainalysisKytAssessment.js";
import { type KytOccasion, type KytRule, kytRule } from "../helpers/kytRule.js";
import { kytVerdict, type KytVerdict } from "../helpers/kytVerdict.js";
import { type KytResult, kytResultSchema } from "../models/kytAssessment.js";
import { requestSubject, verificationSubject } from "../models/kytSubjects.js";
import { KytIntent } from "./kytIntent.js";

/** Which verification to assess, and on which occasion: your role and the report decide what the enclave looks at. */
export type AssessInput = RequestChainalysisKytAssessmentInput & KytOccasion;

/** How to wait for a result. */
export interface AssessOptions {
  /** The mailbox of your callback receiver. With a shared store the callback may reach any process. */
  readonly results: Mailbox;
  /** Milliseconds waited at most, request included. Default 120,000; results took 6 to 30 s where they were seen. */
  readonly timeout?: number;
  /** Ends the wait. What was asked for goes on, and a later `assess` joins it. */
  readonly signal?: AbortSignal;
}

/** A result, and what it comes to. */
export interface Assessed {
  /** The request that it answers. */
  readonly requestId: string;
  /** What it comes to. A result of another assessment than the occasion asks for is `unclear`. */
  readonly verdict: KytVerdict;
  /** What the callback carried. */
  readonly result: KytResult;
  /** Whether another call had asked for it already, so that this one cost nothing. */
  readonly joined: boolean;
}

/**
 * Asks for a KYT assessment and resolves with its result, which only a callback brings.
 *
 * Asked for twice at the same time, or again after a wait that was too short, it joins what was paid already. After a
 * lost answer it waits for a callback about the verification, because nothing else can tell.
 *
 * @param verifyvasp - The client to ask with.
 * @param input - Which verification, and on which occasion.
 * @param options - Where results come in, and how long to wait.
 * @returns The result and its verdict.
 * @throws {@link ApiError} when the enclave refuses; `enclaveReason()` says why. Nothing was paid.
 * @throws {@link WaitExpiredError} when no callback came in time. Ask again: it joins.
 * @throws {@link OutcomeUnknownError} when the answer was lost and no callback came either.
 *
 * @example
 * const { verdict } = await assess(verifyvasp, { verificationUuid, role: "originating", txReported: false }, { results });
 * if (verdict.kind !== "clear") await refuse(verificationUuid);
 */
export async function assess(
  verifyvasp: Pick<VerifyVaspClient, "kyt">,
  input: AssessInput,
  options: AssessOptions,
): Promise<Assessed> {
  return await new Assessment(verifyvasp, input, options).run();
}

class Assessment {
  readonly #verifyvasp: Pick<VerifyVaspClient, "kyt">;
  readonly #request: RequestChainalysisKytAssessmentInput;
  readonly #rule: KytRule;
  readonly #options: AssessOptions;
  readonly #subject: string;
  readonly #intent: KytIntent;
  readonly #timeoutMs: number;
  readonly #began = performance.now();
  #requests = 0;

  constructor(verifyvasp: Pick<VerifyVaspClient, "kyt">, input: AssessInput, options: AssessOptions) {
    const { role, txReported, ...request } = input;
    this.#verifyvasp = verifyvasp;
    this.#request = request;
    this.#rule = kytRule({ role, txReported } as KytOccasion);
    this.#options = options;
    this.#timeoutMs = options.timeout ?? 120_000;
    const { apiType, direction } = this.#rule;
    this.#subject = verificationSubject(request.verificationUuid, apiType, direction);
    this.#intent = new KytIntent(options.results.store, `${this.#subject}:${request.network?.toLowerCase() ?? ""}`);
  }

  async run(): Promise<Assessed> {
    for (;;) {
      const claimed = await this.#intent.claim();
      if (claimed === "mine") return await this.#ask();
      const joined = await this.#join();
      if (joined !== undefined) return joined;
    }
  }

  async #ask(): Promise<Assessed> {
    const earlier = await this.#options.results.read(this.#subject);
    const before = earlier === undefined ? undefined : requestOf(earlier);
    const { signal } = this.#options;
    const timeout = Math.max(1, Math.min(15_000, this.#left));
    // One verification is assessed on several occasions, so its UUID would not do as the reference of each.
    const reference = `${this.#subject}:${crypto.randomUUID()}`;
    const choices: RequestOptions = signal === undefined ? { timeout, reference } : { timeout, reference, signal };
    this.#requests++;
    let requestId: string;
    try {
      ({ requestId } = await this.#verifyvasp.kyt.requestAssessment(this.#request, choices));
    } catch (error) {
      const outcome = isSdkError(error) ? error.outcome : "unknown";
      if (outcome === "not_sent" || outcome === "rejected") {
        await this.#intent.release();
        throw error;
      }
      await this.#intent.note({ state: "unknown", before });
      const letter = await this.#wait(this.#subject, (one) => requestOf(one) !== before);
      if (letter === undefined) throw error;
      return await this.#finish(letter, false);
    }
    await this.#intent.note({ state: "registered", requestId });
    return await this.#finish(await this.#awaited(requestId), false);
  }

  /** Waits along with who asked; `undefined` when that one was refused, so that it is our turn. */
  async #join(): Promise<Assessed | undefined> {
    for (;;) {
      const known = await this.#intent.read();
      if (known === undefined) return undefined;
      if (known.state === "registered" || known.state === "finished")
        return await this.#finish(await this.#awaited(known.requestId), true);
      if (known.state === "unknown") {
        const letter = await this.#wait(this.#subject, (one) => requestOf(one) !== known.before);
        if (letter === undefined) throw this.#expired("unknown");
        return await this.#finish(letter, true);
      }
      if (this.#left <= 0 || this.#options.signal?.aborted === true) throw this.#expired("sending");
      await new Promise<void>((resolve) => setTimeout(resolve, Math.min(50, this.#left)));
    }
  }

  async #awaited(requestId: string): Promise<string> {
    const letter = await this.#wait(requestSubject(requestId));
    if (letter === undefined) throw this.#expired("REGISTERED");
    return letter;
  }

  async #finish(letter: string, joined: boolean): Promise<Assessed> {
    const result = JSON.parse(letter) as KytResult;
    if (!(await isUsable(kytResultSchema, result)))
      throw new CallbackError("VerifyVASP", "the kept result differs from its documented shape.");
    const { requestId } = result.riskAssessment.chainalysisKYT;
    await this.#intent.note({ state: "finished", requestId });
    return { requestId, verdict: kytVerdict(result, this.#rule), result, joined };
  }

  async #wait(subject: string, accept?: (letter: string) => boolean): Promise<string | undefined> {
    const { results, signal } = this.#options;
    return await results.wait(subject, {
      timeoutMs: this.#left,
      signal,
      ...(accept === undefined ? {} : { accept }),
    });
  }

  get #left(): number {
    return this.#timeoutMs - (performance.now() - this.#began);
  }

  #expired(lastState: string): WaitExpiredError {
    const elapsedMs = Math.round(performance.now() - this.#began);
    const facts = { vendor: "VerifyVASP", operation: "assess", attempts: this.#requests, elapsedMs };
    return new WaitExpiredError(facts, elapsedMs, lastState);
  }
}

function requestOf(letter: string): string | undefined {
  return (JSON.parse(letter) as KytResult).riskAssessment.chainalysisKYT.requestId;
}
