import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { RehearsalOptions } from "./rehearsal.ts";

/** What can be broken. */
export interface Breakable {
  startWorker(): ChildProcess;
  restartRedis(): Promise<void>;
  outage(ms: number): Promise<void>;
}

/** Kills workers all the time, and takes Redis and the vendor away at set points of the way. */
export class Chaos {
  kills = 0;
  restarts = 0;
  outages = 0;
  readonly #options: RehearsalOptions;
  readonly #parts: Breakable;
  readonly #workers: ChildProcess[] = [];
  #timer: NodeJS.Timeout | undefined;
  #next = 0;
  #underWay: Promise<void> = Promise.resolve();
  #over = false;

  constructor(options: RehearsalOptions, parts: Breakable) {
    this.#options = options;
    this.#parts = parts;
  }

  /** Starts the workers, and with them the killing. */
  begin(): void {
    for (let n = 0; n < this.#options.workers; n++) this.#workers.push(this.#parts.startWorker());
    if (this.#options.killMs > 0) this.#timer = setInterval(() => this.#kill(), this.#options.killMs);
  }

  /** Breaks what is due at this share of the way. */
  at(share: number): void {
    const { redisRestarts, outageMs } = this.#options;
    if (this.restarts < redisRestarts && share >= (this.restarts + 1) / (redisRestarts + 1)) {
      this.restarts++;
      this.#underWay = this.#underWay.then(async () => await this.#parts.restartRedis());
    }
    if (this.outages === 0 && outageMs > 0 && share >= 0.2) {
      this.outages++;
      this.#underWay = this.#underWay.then(async () => await this.#parts.outage(outageMs));
    }
  }

  /** Ends the killing and the workers. */
  async end(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    clearInterval(this.#timer);
    await this.#underWay;
    await Promise.all(
      this.#workers.map(async (worker) => {
        const gone = once(worker, "exit");
        worker.kill("SIGKILL");
        await gone;
      }),
    );
  }

  /** One after the other, whatever it does at the moment; another takes its place. */
  #kill(): void {
    const at = this.#next++ % this.#workers.length;
    const worker = this.#workers[at];
    if (worker === undefined || worker.exitCode !== null) return;
    worker.kill("SIGKILL");
    this.kills++;
    this.#workers[at] = this.#parts.startWorker();
  }
}
