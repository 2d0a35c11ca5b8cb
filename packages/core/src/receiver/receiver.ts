import { CallbackError } from "../errors/outcome-errors.js";
import { ConfigurationError } from "../errors/input-error.js";
import { ownOnly } from "../own.js";
import { MemoryStore } from "../store/memory-store.js";
import { InProcessQueue } from "./in-process-queue.js";
import { intakeLimits, readTextWithin, readWebBody, type Refusal, refuseByHead } from "./intake.js";
import { Once } from "./once.js";
import { optionIssues } from "./option-issues.js";
import type { Proof, ProofContext } from "./proofs.js";
import { sha256 } from "./secret.js";
import { sweepWith } from "./sweep.js";
import type {
  CallbackAnswer,
  CallbackJob,
  CallbackRequest,
  HandOver,
  ReceiverEvent,
  ReceiverOptions,
  ReceiverParts,
  SweepingReceiver,
} from "./types.js";
import { Worker } from "./worker.js";

/** An answer, and why. */
interface Settled {
  readonly verdict: ReceiverEvent["verdict"];
  readonly answer: CallbackAnswer;
}

/**
 * Builds what receives a vendor's callbacks: refuses the cheap way first, believes nothing unproven, takes each callback
 * once, answers as the vendor wants it, and hands on what the vendor's own record says.
 *
 * @throws {@link ConfigurationError} when no proof is set up: a forged callback opens accounts.
 */
export function createReceiver<Hint, Event>(
  parts: ReceiverParts<Hint, Event>,
  given: ReceiverOptions<Event>,
): SweepingReceiver {
  const options = ownOnly(given);
  const issues = optionIssues(options, parts.parseProves === true);
  if (issues.length > 0) throw new ConfigurationError(parts.vendor, issues);
  const store = options.store ?? new MemoryStore();
  const worker = new Worker(parts, options, store);
  const handOver = handOverOf(options);
  handOver.start?.(worker.work, worker.giveUp);
  const desk = new Desk(parts, options, new Once(onceOptions(parts, options, store, worker)), handOver, worker);
  const receive = async (request: Request, peer: { readonly remoteAddress?: string | undefined } = {}) =>
    await answerWeb(desk, request, peer.remoteAddress);
  return Object.assign(receive, {
    handle: desk.handle,
    work: worker.work,
    giveUp: worker.giveUp,
    idle: async () => await handOver.idle?.(),
    sweep: sweepWith(worker),
  });
}

function handOverOf<Event>({ handOver }: ReceiverOptions<Event>): HandOver {
  return typeof handOver === "function" ? { add: handOver } : (handOver ?? new InProcessQueue());
}

function onceOptions<Hint, Event>(
  { withoutStore, rememberMs = 7 * 86_400_000 }: ReceiverParts<Hint, Event>,
  options: ReceiverOptions<Event>,
  store: NonNullable<ReceiverOptions<Event>["store"]>,
  worker: Worker<Hint, Event>,
): ConstructorParameters<typeof Once>[0] {
  return {
    store,
    ttlMs: options.rememberMs ?? rememberMs,
    leaseMs: options.leaseMs ?? 30_000,
    onStoreError: (error) => {
      worker.report(error);
      return withoutStore === "take" ? "go_on" : "refuse";
    },
  };
}

async function answerWeb(
  desk: { readonly handle: (request: CallbackRequest) => Promise<CallbackAnswer> },
  request: Request,
  remoteAddress: string | undefined,
): Promise<Response> {
  const { status, headers, body } = await desk.handle({
    method: request.method,
    path: request.url.replace(/^[a-z][\w+.-]*:\/\/[^/?#]*/i, ""),
    header: (name) => request.headers.get(name),
    remoteAddress,
    body: async (limits) => await readWebBody(request, limits),
  });
  // An unread body would keep its connection.
  if (!request.bodyUsed) request.body?.cancel().catch(() => undefined);
  return new Response(body === "" ? null : body, { status, headers });
}

class Desk<Hint, Event> {
  readonly #parts: ReceiverParts<Hint, Event>;
  readonly #options: ReceiverOptions<Event>;
  readonly #proofs: readonly Proof[];
  readonly #once: Once;
  readonly #handOver: HandOver;
  readonly #worker: Worker<Hint, Event>;

  constructor(
    parts: ReceiverParts<Hint, Event>,
    options: ReceiverOptions<Event>,
    once: Once,
    handOver: HandOver,
    worker: Worker<Hint, Event>,
  ) {
    this.#parts = parts;
    this.#options = options;
    this.#proofs = options.proofs ?? [];
    this.#once = once;
    this.#handOver = handOver;
    this.#worker = worker;
  }

  readonly handle = async (request: CallbackRequest): Promise<CallbackAnswer> => {
    const began = performance.now();
    const { verdict, answer } = await this.#settle(request);
    const elapsedMs = Math.round(performance.now() - began);
    try {
      this.#options.onRequest?.({ vendor: this.#parts.vendor, verdict, status: answer.status, elapsedMs });
    } catch (error) {
      this.#worker.report(error);
    }
    return answer;
  };

  async #settle(request: CallbackRequest): Promise<Settled> {
    const refusal = refuseByHead(request, intakeLimits.maxBytes);
    if (refusal !== undefined) return refused("refused", refusal);
    const { header, remoteAddress } = request;
    const context: ProofContext = { header, path: request.path.replace(/[?#].*$/s, ""), remoteAddress };
    if (!(await this.#isProven(context))) return refused("unproven", { status: 401 });
    let text: Awaited<ReturnType<typeof readTextWithin>>;
    try {
      text = await readTextWithin(request, intakeLimits);
    } catch (error) {
      // Not the sender's fault: the adapter could not read.
      this.#worker.report(error);
      return refused("failed", { status: 500 });
    }
    if (typeof text !== "string") return refused("refused", text.refusal);
    let hint: Hint;
    try {
      hint = await this.#parts.parse(text);
    } catch (error) {
      if (!(error instanceof CallbackError)) this.#worker.report(error);
      return refused("unreadable", { status: this.#parts.parseProves === true ? 401 : 400 });
    }
    return await this.#accept(hint, text, context);
  }

  async #isProven(context: ProofContext): Promise<boolean> {
    let holds = true;
    // All are asked, whatever the first one says: the time tells nothing.
    for (const proof of this.#proofs) {
      const held = proof.check(context);
      holds = (held instanceof Promise ? await held : held) && holds;
    }
    return holds;
  }

  async #accept(hint: Hint, text: string, context: ProofContext): Promise<Settled> {
    const { vendor, key, pack, acknowledgement, budgetMs } = this.#parts;
    const id = `${vendor}:${await key(hint, () => sha256(text))}`;
    const boundTo = this.#proofs.map((proof) => proof.boundTo?.(context)).find((one) => one !== undefined);
    const add = async (): Promise<void> => {
      const data = pack === undefined ? text : pack(hint);
      const job: CallbackJob = {
        id,
        vendor,
        data,
        receivedAt: Date.now(),
        ...(boundTo === undefined ? {} : { boundTo }),
      };
      this.#worker.remember(job, hint);
      await this.#handOver.add(job);
      this.#wake(hint);
    };
    const turn = this.#once.do(`callback:${id}`, add, budgetMs).catch((error: unknown) => {
      this.#worker.report(error);
      return "failed" as const;
    });
    const outcome = await inTime(turn, budgetMs);
    if (outcome === "done") return { verdict: "accepted", answer: acknowledgement };
    if (outcome === "duplicate") return { verdict: "duplicate", answer: acknowledgement };
    // Neither is safe yet, so it has to come again; if it is safe by then, it is a duplicate.
    return refused(outcome === "failed" ? "failed" : "late", { status: 503, headers: { "retry-after": "5" } });
  }

  #wake(hint: Hint): void {
    const { wake } = this.#options;
    const subject = wake === undefined ? undefined : this.#parts.subject(hint);
    if (subject === undefined) return;
    try {
      wake?.wake(subject);
    } catch (error) {
      this.#worker.report(error);
    }
  }
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T | "late"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function refused(verdict: ReceiverEvent["verdict"], { status, headers = {} }: Refusal): Settled {
  return { verdict, answer: { status, headers, body: "" } };
}
