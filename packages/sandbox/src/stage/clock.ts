import type { Clock } from "@x/core/testing";

/** Longest that a timer of the runtime waits; beyond it, it would fire at once. */
const longestTimer = 2_147_483_647;

/** The sandbox's time: it runs as the real one does, or stands still, and can be moved on. */
export class StageClock implements Clock {
  /** Told when time was moved or stopped. */
  onMove: () => void = () => undefined;
  #isRunning = true;
  #offset = 0;
  #stoodAt = 0;
  #due: { readonly at: number; readonly run: () => void }[] = [];
  #timer: unknown;

  /** @param start - Where time begins, in milliseconds since 1970. Default now. */
  constructor(start: number = Date.now()) {
    this.#offset = start - Date.now();
  }

  /** Whether it runs. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  now(): number {
    return this.#isRunning ? Date.now() + this.#offset : this.#stoodAt;
  }

  after(ms: number, run: () => void): void {
    this.#due.push({ at: this.now() + ms, run });
    this.#arm();
  }

  /** Moves time on and runs what falls due on the way, in order. */
  async advance(ms: number): Promise<void> {
    await this.set(this.now() + ms);
  }

  /**
   * Moves time on to a moment.
   *
   * @throws `TypeError` when it has passed: tokens and cases cannot grow younger.
   */
  async set(moment: number): Promise<void> {
    if (!(moment >= this.now())) throw new TypeError("Time moves forward only.");
    const wasRunning = this.#isRunning;
    this.#stop();
    for (;;) {
      const next = this.#due.filter((one) => one.at <= moment).toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#due = this.#due.filter((one) => one !== next);
      this.#stoodAt = Math.max(this.#stoodAt, next.at);
      next.run();
      // What it started may wait for answers of this machine before it asks for more time.
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    }
    this.#stoodAt = moment;
    if (wasRunning) this.run();
    this.onMove();
  }

  /** Stops time where it is. */
  stop(): void {
    this.#stop();
    this.onMove();
  }

  /** Lets time run on from where it stands. */
  run(): void {
    if (!this.#isRunning) {
      this.#offset = this.#stoodAt - Date.now();
      this.#isRunning = true;
      this.#arm();
    }
    this.onMove();
  }

  /** Forgets everything that is due. */
  clear(): void {
    this.#due = [];
    this.#arm();
  }

  #stop(): void {
    this.#stoodAt = this.now();
    this.#isRunning = false;
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#timer as number);
    if (!this.#isRunning || this.#due.length === 0) return;
    const next = Math.min(...this.#due.map(({ at }) => at));
    const wait = Math.min(Math.max(0, next - this.now()), longestTimer);
    this.#timer = setTimeout(() => this.#fire(), wait);
    (this.#timer as { unref?: () => void }).unref?.();
  }

  #fire(): void {
    const now = this.now();
    const ripe = this.#due.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
    this.#due = this.#due.filter(({ at }) => at > now);
    for (const { run } of ripe) run();
    this.#arm();
  }
}
