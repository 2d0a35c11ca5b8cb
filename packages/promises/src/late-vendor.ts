import type { Send } from "@x/core";
import type { VirtualTime } from "./virtual-time.ts";

/** Latest that a request is done after it was sent, and latest that what was done shows in the list, in milliseconds. */
const latest = { commit: 300_000, index: 60_000 } as const;

/**
 * A vendor in virtual time that breaks a quarter of the creates, does some of them minutes after its gateway gave up,
 * and shows what it did in its list with a lag.
 */
export class LateVendor {
  /** When each task shows in the list, by reference. */
  readonly tasks = new Map<string, { readonly id: number; readonly shows: number }[]>();
  faults = 0;
  requests = 0;
  readonly #time: VirtualTime;
  readonly #random: () => number;
  #ids = 0;

  constructor(time: VirtualTime, random: () => number) {
    this.#time = time;
    this.#random = random;
  }

  /** Stands in for the network. */
  readonly send: Send = async ({ method, url, body, signal }) => {
    await this.#time.pause(5 + this.#random() * 200);
    if (method === "GET") return this.#list(url);
    this.requests++;
    const [{ customer_reference }] = JSON.parse(body as string) as [{ customer_reference: string }];
    const does = (afterMs: number): number => this.#does(customer_reference, afterMs);
    if (this.#random() >= 0.25) return Response.json([{ task_id: does(0) }]);
    this.faults++;
    const late = this.#random() * latest.commit;
    switch (Math.floor(this.#random() * 8)) {
      case 0: // It never arrived, and the connection does not say so.
        return broken();
      case 1:
        does(0);
        return broken();
      case 2: // Done long after the connection broke.
        does(late);
        return broken();
      case 3: // The gateway gave up, the work went on.
        does(late);
        return new Response("<html>", { status: 504 });
      case 4:
        does(0);
        return new Response('[{"task', { status: 200 });
      case 5: // Done while the caller has stopped waiting.
        does(late);
        return await new Promise<never>((_, reject) =>
          signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true }),
        );
      case 6:
        return new Response("", { status: 408 });
      default:
        return Response.json({}, { status: 503 });
    }
  };

  #does(reference: string, afterMs: number): number {
    const id = ++this.#ids;
    const shows = this.#time.now + afterMs + this.#random() * latest.index;
    this.tasks.set(reference, [...(this.tasks.get(reference) ?? []), { id, shows }]);
    return id;
  }

  #list(url: string): Response {
    // Reads break as well.
    if (this.#random() < 0.05) return broken();
    const reference = new URL(url).searchParams.get("customer_reference") ?? "";
    const shown = (this.tasks.get(reference) ?? []).filter(({ shows }) => shows <= this.#time.now);
    const data = shown.map(({ id }) => ({
      task_id: id,
      customer_reference: reference,
      target: { type: 1, name: "Zoë" },
      creation_time: Math.floor(this.#time.now / 1000),
      progress: null,
    }));
    return Response.json({ data, paging: { page_number: 1, page_size: 100, total_count: data.length } });
  }
}

function broken(): never {
  throw Object.assign(new TypeError("fetch failed"), { code: "ECONNRESET" });
}
