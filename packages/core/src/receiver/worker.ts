import type { Store } from "../store/types.js";
import { type LastTold, SubjectTurns } from "./subject-turns.js";
import type { CallbackJob, JobEvent, ReceiverOptions, ReceiverParts, Told, WorkOutcome } from "./types.js";

/** Does what comes after the acknowledgement: reads the record back, sees whether it is news, and hands it on. */
export class Worker<Hint, Event> {
  readonly #parts: ReceiverParts<Hint, Event>;
  readonly #options: ReceiverOptions<Event>;
  readonly #turns: SubjectTurns;
  /** Saves a queue of this process from reading a body twice. */
  readonly #hints = new WeakMap<CallbackJob, Hint>();

  constructor(parts: ReceiverParts<Hint, Event>, options: ReceiverOptions<Event>, store: Store) {
    this.#parts = parts;
    this.#options = options;
    this.#turns = new SubjectTurns({
      store,
      prefix: `callback:${parts.vendor}:`,
      leaseMs: options.leaseMs ?? 30_000,
      ttlMs: Math.max(options.rememberMs ?? 0, 90 * 86_400_000),
      onStoreError: (error) => {
        this.report(error);
        return parts.withoutStore === "take" ? "go_on" : "refuse";
      },
    });
  }

  /** Keeps what was read of a job's body for as long as the job object lives. */
  remember(job: CallbackJob, hint: Hint): void {
    this.#hints.set(job, hint);
  }

  readonly work = async (job: CallbackJob): Promise<WorkOutcome> => {
    try {
      const outcome = await this.#work(job);
      this.#note(job, outcome);
      return outcome;
    } catch (error) {
      this.#note(job, "failed");
      this.report(error);
      throw error;
    }
  };

  readonly giveUp = async (job: CallbackJob, error: unknown): Promise<void> => {
    this.#note(job, "given_up");
    try {
      await this.#options.onDeadLetter?.(job, error);
    } catch (thrown) {
      this.report(thrown);
    }
  };

  /** What is overdue: done as a job, without a job's queue. `undefined` when it was told as final before. */
  async look(subject: string): Promise<WorkOutcome | undefined> {
    const job = await this.#lookAt(subject).catch((error: unknown) => {
      this.report(error);
      throw error;
    });
    return job === undefined ? undefined : await this.work(job);
  }

  async #lookAt(subject: string): Promise<CallbackJob | undefined> {
    const { hintOf, pack, vendor } = this.#parts;
    const hint = hintOf?.(subject);
    if (hint === undefined) throw new TypeError("A subject is written as in the events of this receiver.");
    if ((await this.#turns.last(subject))?.final === true) return undefined;
    const id = `${vendor}:sweep:${subject}:${crypto.randomUUID()}`;
    const job = { id, vendor, data: pack?.(hint) ?? "", receivedAt: Date.now() };
    this.remember(job, hint);
    return job;
  }

  /** Tells the observer what was thrown. */
  report(error: unknown): void {
    try {
      this.#options.onError?.(error);
    } catch {
      // What an observer throws must not cost an event.
    }
  }

  async #work(job: CallbackJob): Promise<WorkOutcome> {
    const { unpack, parse, subject } = this.#parts;
    const hint = this.#hints.get(job) ?? (await (unpack ?? parse)(job.data));
    // Without a subject the callback is its own: nothing comes before it, and only its copies are no news.
    return await this.#turns.take(subject(hint) ?? `once:${job.id}`, async (last) => {
      if (last?.job === job.id) return { result: "no_news" };
      const told = await this.#parts.tell(hint, job);
      if (!(await this.#isOurs(job, told))) return { result: "foreign" };
      if (last !== undefined && isOlder(told, last)) return { result: "stale" };
      if (last !== undefined && saysTheSame(told, last)) return { result: "no_news" };
      await this.#options.onEvent(told.event);
      const { state, detail, rank, version, final } = told;
      return { result: "delivered", last: { job: job.id, state, detail, rank, version, final } };
    });
  }

  /** A URL that was made for one task opens no other one. */
  async #isOurs({ boundTo }: CallbackJob, { reference }: Told<Event>): Promise<boolean> {
    if (boundTo === undefined) return true;
    if (typeof reference !== "string") return false;
    for (const proof of this.#options.proofs ?? []) if ((await proof.fits?.(boundTo, reference)) === true) return true;
    return false;
  }

  #note(job: CallbackJob, outcome: JobEvent["outcome"]): void {
    try {
      this.#options.onJob?.({ vendor: this.#parts.vendor, outcome, ageMs: Date.now() - job.receivedAt });
    } catch (error) {
      this.report(error);
    }
  }
}

function isOlder(told: Told<unknown>, last: LastTold): boolean {
  if (told.version !== undefined && last.version !== undefined && told.version !== last.version)
    return told.version < last.version;
  return told.rank < last.rank;
}

function saysTheSame(told: Told<unknown>, last: LastTold): boolean {
  return told.state === last.state && (told.detail === undefined || told.detail === last.detail);
}
