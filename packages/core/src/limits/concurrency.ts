/**
 * At most so many requests at once; who came first goes first.
 *
 * Give one to several clients that share a credential: `concurrency: places`. A client makes its own of a number.
 *
 * @example
 * const places = new Concurrency(4);
 */
export class Concurrency {
  /** Most requests at once. */
  readonly max: number;
  #running = 0;
  /** A set, so that leaving from the middle costs nothing. */
  readonly #queue = new Set<() => void>();

  /** @param max - Most requests at once; a whole number, or `Infinity`. */
  constructor(max: number) {
    if (!isPlaces(max)) throw new RangeError("A number of places is a whole number of 1 or more, or Infinity.");
    this.max = max;
  }

  /** Requests under way. */
  get running(): number {
    return this.#running;
  }

  /** Requests that wait for a place. */
  get waiting(): number {
    return this.#queue.size;
  }

  /**
   * Waits for a place.
   *
   * @param signal - Ends the wait, which then rejects with the signal's reason.
   * @returns What gives the place back; calling it again does nothing.
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    if (this.#running < this.max) this.#running++;
    else await this.#turn(signal);
    let inside = true;
    return () => {
      if (inside) this.#next();
      inside = false;
    };
  }

  /** The place goes to the next in the queue without becoming free: nobody can slip in between. */
  #next(): void {
    const [next] = this.#queue;
    if (next === undefined) this.#running--;
    else next();
  }

  async #turn(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const turn = (): void => {
        this.#queue.delete(turn);
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = (): void => {
        this.#queue.delete(turn);
        reject(signal.reason as Error);
      };
      this.#queue.add(turn);
      if (signal.aborted) leave();
      else signal.addEventListener("abort", leave, { once: true });
    });
  }
}

/** Whether so many places make sense. */
export function isPlaces(max: unknown): boolean {
  return max === Number.POSITIVE_INFINITY || (Number.isSafeInteger(max) && (max as number) >= 1);
}
