interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * A time that jumps to the next timer as soon as nobody has anything left to do: hours pass in seconds.
 *
 * It stands in for the runtime's timers and clocks, so nothing that waits for a socket or a thread may run under it.
 */
export class VirtualTime {
  #now = Date.UTC(2026, 0, 1);
  #order = 0;
  readonly #live = new Map<number, Timer>();
  /** Ordered by time, as a binary heap; timers that were cleared stay until they come up. */
  readonly #heap: Timer[] = [];

  get now(): number {
    return this.#now;
  }

  /** Puts this time in the place of the runtime's, does the work, and puts the runtime's back. */
  async during(work: () => Promise<void>): Promise<void> {
    const { setTimeout, clearTimeout, Date: RealDate, performance } = globalThis;
    const now = (): number => this.#now;
    const began = this.#now;
    class VirtualDate extends RealDate {
      constructor(...given: [] | [number | string]) {
        if (given.length === 0) super(now());
        else super(...given);
      }
      static override now(): number {
        return now();
      }
    }
    Object.assign(globalThis, {
      Date: VirtualDate,
      setTimeout: (run: () => void, ms: number) => this.after(ms, run),
      clearTimeout: (id: number) => this.#live.delete(id),
      performance: { now: () => this.#now - began, timeOrigin: began },
    });
    try {
      const state = { over: false };
      const working = work().finally(() => {
        state.over = true;
      });
      while (!state.over) {
        await new Promise<void>((resolve) => setImmediate(resolve));
        if (!state.over) this.#next();
      }
      await working;
    } finally {
      Object.assign(globalThis, { setTimeout, clearTimeout, Date: RealDate, performance });
    }
  }

  /** Runs something later. */
  after(ms: number, run: () => void): number {
    const order = ++this.#order;
    const timer = { at: this.#now + Math.max(0, ms), order, run };
    this.#live.set(order, timer);
    this.#push(timer);
    return order;
  }

  /** Waits. */
  async pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => this.after(ms, resolve));
  }

  /** Runs what falls due next, with all that falls due in the same millisecond. */
  #next(): void {
    let due = this.#pop();
    if (due === undefined) throw new Error("Everybody waits, and no timer is set.");
    this.#now = due.at;
    const end = due.at + 1;
    for (;;) {
      due.run();
      const [next] = this.#heap;
      if (next === undefined || next.at >= end) return;
      due = this.#pop();
      if (due === undefined) return;
      this.#now = Math.max(this.#now, due.at);
    }
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!before(timer, heap[up]!)) break;
      heap[at] = heap[up]!;
      at = up;
    }
    heap[at] = timer;
  }

  /** The next timer that was not cleared. */
  #pop(): Timer | undefined {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined) return undefined;
      this.#drop();
      if (this.#live.delete(first.order)) return first;
    }
  }

  #drop(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let down = at * 2 + 1;
      if (down >= heap.length) break;
      if (down + 1 < heap.length && before(heap[down + 1]!, heap[down]!)) down++;
      if (!before(heap[down]!, last)) break;
      heap[at] = heap[down]!;
      at = down;
    }
    heap[at] = last;
  }
}

function before(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
