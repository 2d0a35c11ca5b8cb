import type { CallPhase } from "./errors/transport-errors.js";

/** Longest delay that timers keep; beyond it they fire at once. */
export const longestTimer = 2_147_483_647;

/** Why a call was ended from outside. */
export class Interrupted extends Error {
  readonly by: "deadline" | "caller";
  readonly phase: CallPhase;

  constructor(by: "deadline" | "caller", phase: CallPhase) {
    super(by);
    this.by = by;
    this.phase = phase;
  }
}

/** One time limit over everything that a call does, and the caller's signal with it. */
export class Deadline {
  /** Where the call stands; told to the caller when the time is up. */
  phase: CallPhase = "waiting";
  readonly timeoutMs: number;
  readonly #controller = new AbortController();
  readonly #ends: number;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #caller: AbortSignal | undefined;
  readonly #onCaller = (): void => this.#interrupt("caller");
  #by: "deadline" | "caller" | undefined;
  #reject: (reason: Interrupted) => void = () => undefined;
  readonly #interrupted: Promise<never>;

  constructor(timeoutMs: number, caller: AbortSignal | undefined, began: number = performance.now()) {
    this.timeoutMs = timeoutMs;
    this.#ends = began + timeoutMs;
    this.#interrupted = new Promise<never>((_, reject) => {
      this.#reject = reject;
    });
    // Nobody may be racing at the moment it rejects.
    this.#interrupted.catch(() => undefined);
    this.#timer = setTimeout(() => this.#interrupt("deadline"), Math.min(timeoutMs, longestTimer));
    this.#caller = caller;
    if (caller?.aborted === true) this.#interrupt("caller");
    else caller?.addEventListener("abort", this.#onCaller, { once: true });
  }

  /** Aborted when the time is up or the caller aborts. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds left; 0 when interrupted. */
  get remaining(): number {
    return this.#by === undefined ? Math.max(0, this.#ends - performance.now()) : 0;
  }

  /** Throws when the call was interrupted already. */
  check(): void {
    // A process that stood still wakes up before its timers do.
    if (this.#by === undefined && performance.now() >= this.#ends) this.#interrupt("deadline");
    if (this.#by !== undefined) throw new Interrupted(this.#by, this.phase);
  }

  /** Waits for work that may ignore the signal; its late failure is nobody's business any more. */
  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#interrupted]);
  }

  /** Waits, or is interrupted. */
  async sleep(ms: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await this.race(
        new Promise<void>((resolve) => {
          timer = setTimeout(resolve, Math.min(ms, longestTimer));
        }),
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the timer; without it the process would stay alive. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener("abort", this.#onCaller);
  }

  #interrupt(by: "deadline" | "caller"): void {
    if (this.#by !== undefined) return;
    this.#by = by;
    this.#reject(new Interrupted(by, this.phase));
    this.#controller.abort();
  }
}
