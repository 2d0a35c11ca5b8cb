import { type FaultServer, type LedgerEntry, startFaultServer, type WireRequest } from "@x/core/testing/node";
import type { BilledOperation } from "./billed.ts";
import type { Record_ } from "./worlds.ts";

/** Header by which the server knows for which call a request was sent; no vendor asks for it. */
export const callHeader = "x-call";

/** The faults that strike billed calls: after eight of them the work was done, or is done late; after two it was not. */
const strikes = [
  "fin-after-request",
  "rst-after-request",
  "late-commit",
  "cut-body",
  "stall-headers",
  "html-502",
  "empty-504",
  "truncated-json",
  "408-close",
  "429",
] as const;

/** A vendor of one operation, which does what it is asked as often as it is asked, and breaks. */
export interface VendorServer extends FaultServer {
  /** How often the vendor did the work of each call that it did any for. */
  done(): Map<number, number>;
  /** What happened to the requests of a call: fault, milliseconds when it was read, and when it was done. */
  story(n: number): string[];
  /** Billed requests that were read, and how many of them a fault struck. */
  readonly asked: { requests: number; faults: number };
}

function queryOf({ target }: WireRequest): URLSearchParams {
  return new URL(target, "http://vendor.test").searchParams;
}

/** Starts the vendor of one operation; `share` of the billed requests break. */
export async function startVendor(
  operation: BilledOperation,
  share: number,
  random: () => number,
): Promise<VendorServer> {
  const { method, path } = operation.endpoint;
  const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, "[^/?]+")}(?:\\?|$)`);
  const isBilled = (request: WireRequest): boolean => request.method === method && pattern.test(request.target);
  const asked = { requests: 0, faults: 0 };
  const callOf = ({ headers }: WireRequest): number => Number(headers[callHeader] ?? 1);
  const committed = (): LedgerEntry[] =>
    server.ledger.filter((entry) => isBilled(entry) && entry.committedAt !== undefined);
  const records = (): Record_[] =>
    committed().map((entry) => ({ n: callOf(entry), at: performance.timeOrigin + (entry.committedAt ?? 0) }));
  const server: FaultServer = await startFaultServer({
    script: (request) => {
      if (!isBilled(request)) return "ok";
      asked.requests++;
      if (random() >= share) return "ok";
      asked.faults++;
      return strikes[Math.floor(random() * strikes.length)] ?? "ok";
    },
    answer: (request: WireRequest) =>
      isBilled(request) ? operation.answer(callOf(request)) : (operation.list?.(records(), queryOf(request)) ?? {}),
  });
  return Object.assign(server, {
    asked,
    story: (n: number) =>
      server.ledger
        .filter((entry) => callOf(entry) === n)
        .map(
          ({ method, fault, at, committedAt }) =>
            `${method} ${fault} ${Math.round(at)} ${Math.round(committedAt ?? -1)}`,
        ),
    done: () => {
      const counts = new Map<number, number>();
      for (const { n } of records()) counts.set(n, (counts.get(n) ?? 0) + 1);
      return counts;
    },
  });
}
