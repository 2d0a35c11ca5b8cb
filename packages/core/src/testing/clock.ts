/** Time as a fake vendor sees it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs something later. */
  after(ms: number, run: () => void): void;
}

/** The real time. Timers do not keep a process alive. */
export const realClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer: unknown = setTimeout(run, ms);
    (timer as { unref?: () => void }).unref?.();
  },
};

/** A time that stands still until it is moved: hours of waiting in a millisecond of test. */
export class ManualClock implements Clock {
  #now: number;
  #due: { at: number; run: () => void }[] = [];

  /** @param start - Where time stands, in milliseconds since 1970. Default 2026-01-01. */
  constructor(start: number = Date.UTC(2026, 0, 1)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): void {
    this.#due.push({ at: this.#now + ms, run });
  }

  /** Moves time on and runs what falls due, in order; lets what it starts go on in between. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#due.filter((one) => one.at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#due = this.#due.filter((one) => one !== next);
      this.#now = next.at;
      next.run();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    }
    this.#now = end;
  }
}
