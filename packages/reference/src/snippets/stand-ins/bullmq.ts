interface Options {
  readonly connection: { readonly host?: string; readonly port?: number };
}

interface WorkerOptions extends Options {
  readonly maxStalledCount?: number;
}

interface JobOptions {
  readonly jobId?: string;
  readonly attempts?: number;
}

/** What a worker is given. */
interface Job<Data> {
  readonly name: string;
  readonly data: Data;
  readonly attemptsMade: number;
  readonly opts: JobOptions;
}

type Processor = (job: Job<never>) => Promise<unknown>;

interface Line {
  readonly jobs: Map<string, Job<unknown>>;
  processor?: Processor;
}

const lines = new Map<string, Line>();

function lineOf(name: string): Line {
  const line = lines.get(name) ?? { jobs: new Map<string, Job<unknown>>() };
  lines.set(name, line);
  return line;
}

/** Jobs in the memory of this process; a snippet's queue begins empty. */
export class Queue<Data> {
  readonly opts: Options;
  readonly #name: string;

  constructor(name: string, opts: Options) {
    this.opts = opts;
    this.#name = name;
    lines.delete(name);
  }

  /** Takes a second job of one id for the first. */
  async add(name: string, data: Data, opts: JobOptions = {}): Promise<void> {
    const line = lineOf(this.#name);
    const id = opts.jobId ?? crypto.randomUUID();
    if (line.jobs.has(id)) return;
    line.jobs.set(id, { name, data, attemptsMade: 0, opts });
    if (line.processor !== undefined) setTimeout(() => void drain(line), 0);
  }
}

/** Works on what a queue of the same name holds. */
export class Worker<Data> {
  readonly opts: WorkerOptions;
  readonly #line: Line;

  constructor(name: string, processor: (job: Job<Data>) => Promise<unknown>, opts: WorkerOptions) {
    this.opts = opts;
    this.#line = lineOf(name);
    this.#line.processor = processor;
    setTimeout(() => void drain(this.#line), 0);
  }

  /** Takes no more. */
  async close(): Promise<void> {
    await Promise.resolve(delete this.#line.processor);
  }
}

async function drain({ jobs, processor }: Line): Promise<void> {
  for (const [id, job] of jobs) {
    jobs.delete(id);
    await processor?.(job as Job<never>).catch(() => {
      const attemptsMade = job.attemptsMade + 1;
      if (attemptsMade < (job.opts.attempts ?? 1)) jobs.set(id, { ...job, attemptsMade });
    });
  }
}
