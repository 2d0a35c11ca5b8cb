import type { CallbackJob, HandOver, Work } from "./types.js";

/** Choices for an {@link InProcessQueue}. */
export interface InProcessQueueOptions {
  /** Jobs worked on at once. Default 16. */
  readonly concurrency?: number;
  /** Most jobs that it holds, those included that are tried again later. Default 10,000. */
  readonly maxJobs?: number;
  /** Most characters that the jobs hold together. Default 32 million. */
  readonly maxLength?: number;
  /** Milliseconds before each further try; with the last one failed, the job is given up. Default 1, 5, 15, 60 and 300 s. */
  readonly retryDelays?: readonly number[];
}

/** An in-process queue holds as much as it may. The vendor is told to come again. */
export class QueueFullError extends Error {
  override readonly name: string = "QueueFullError";

  /** @hidden */
  constructor() {
    super("The queue of this process is full. Raise its limits, add workers, or use a queue outside of the process.");
  }
}

interface Entry {
  readonly job: CallbackJob;
  tries: number;
}

/**
 * Keeps accepted callbacks in the memory of this process until `onEvent` has had them.
 *
 * What waits in it is lost with the process, after the vendor was told that it arrived. Where records can be read back,
 * `sweep` finds it again; where they cannot, use a queue that outlives the process.
 */
export class InProcessQueue implements HandOver {
  readonly #options: Required<InProcessQueueOptions>;
  #waiting: Entry[] = [];
  /** Where the next entry stands: shifting an array of thousands for each job costs more than the job. */
  #head = 0;
  #running = 0;
  #jobs = 0;
  #length = 0;
  #work: Work | undefined;
  #giveUp: (job: CallbackJob, error: unknown) => Promise<void> = async () => undefined;
  readonly #idle: (() => void)[] = [];

  constructor(options: InProcessQueueOptions = {}) {
    this.#options = {
      concurrency: options.concurrency ?? 16,
      maxJobs: options.maxJobs ?? 10_000,
      maxLength: options.maxLength ?? 32_000_000,
      retryDelays: options.retryDelays ?? [1000, 5000, 15_000, 60_000, 300_000],
    };
  }

  /** Jobs that wait, run or are tried again later. */
  get size(): number {
    return this.#jobs;
  }

  start(work: Work, giveUp: (job: CallbackJob, error: unknown) => Promise<void>): void {
    this.#work = work;
    this.#giveUp = giveUp;
  }

  add(job: CallbackJob): void {
    if (this.#jobs >= this.#options.maxJobs || this.#length + job.data.length > this.#options.maxLength)
      throw new QueueFullError();
    this.#jobs++;
    this.#length += job.data.length;
    this.#enqueue({ job, tries: 0 });
  }

  async idle(): Promise<void> {
    if (this.#jobs > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #enqueue(entry: Entry): void {
    this.#waiting.push(entry);
    if (this.#running < this.#options.concurrency) {
      this.#running++;
      // The acknowledgement goes out first.
      setTimeout(() => void this.#run(), 0);
    }
  }

  async #run(): Promise<void> {
    for (let entry = this.#next(); entry !== undefined; entry = this.#next()) await this.#try(entry);
    this.#running--;
  }

  #next(): Entry | undefined {
    const entry = this.#waiting[this.#head++];
    if (entry === undefined || this.#head > 1000) {
      this.#waiting = this.#waiting.slice(this.#head);
      this.#head = 0;
    }
    return entry;
  }

  async #try(entry: Entry): Promise<void> {
    const { job } = entry;
    try {
      await this.#work?.(job);
    } catch (error) {
      const delay = this.#options.retryDelays[entry.tries++];
      if (delay !== undefined) {
        setTimeout(() => this.#enqueue(entry), delay * (0.75 + Math.random() / 2));
        return;
      }
      await this.#giveUp(job, error);
    }
    this.#jobs--;
    this.#length -= job.data.length;
    if (this.#jobs === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }
}
