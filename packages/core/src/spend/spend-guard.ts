import { keepBooks } from "../books/books.js";
import { ConfigurationError, type InputIssue } from "../errors/input-error.js";
import { SpendRefusedError } from "../errors/outcome-errors.js";
import type { CallFacts } from "../errors/sdk-error.js";
import { SpendLimitError } from "../errors/spend-limit-error.js";
import { pause } from "../reconcile.js";
import type { Store } from "../store/types.js";
import type { BillableCall, SpendGuard, SpendSlot } from "./types.js";

/** Choices for {@link createSpendGuard}. */
export interface SpendGuardOptions {
  /** Most billed units in one window. A call is one; a batch is one for each element. */
  readonly maxBillable: number;
  /** Milliseconds of one window. Default one day. Windows begin at multiples of it since 1970, days at midnight UTC. */
  readonly windowMs?: number;
  /** Where the count lies. A shared store makes one limit of all processes. */
  readonly store: Store;
  /** Whose count it is. Guards with the same name and store share it. Default `all`. */
  readonly name?: string;
  /** Asked before each billed call that the limit allows; `false`, or throwing, refuses it. */
  readonly onBillable?: (call: BillableCall & SpendState) => boolean | void | Promise<boolean | void>;
  /** Milliseconds since 1970. Default the real time. */
  readonly now?: () => number;
}

/** How far a window is used. */
export interface SpendState {
  /** Units taken in this window, this call's included. */
  readonly used: number;
  /** Most units in one window. */
  readonly limit: number;
}

/**
 * Limits what is bought: the billed call over the limit sends nothing.
 *
 * A call that provably bought nothing, not sent or refused by the vendor, gives its units back. One whose outcome is
 * unknown keeps them.
 *
 * @throws {@link ConfigurationError} when limit or window is no whole number.
 *
 * @example
 * const spend = createSpendGuard({ store: new RedisStore(redis), maxBillable: 500 });
 * const client = new SomeClient({ environment: "production", apiKey, spend });
 */
export function createSpendGuard(options: SpendGuardOptions): SpendGuard {
  const { maxBillable, windowMs = 86_400_000, store, name = "all", onBillable, now = Date.now } = options;
  const issues: InputIssue[] = [];
  if (!Number.isSafeInteger(maxBillable) || maxBillable < 0)
    issues.push({ path: "maxBillable", code: "out_of_range", expected: "a whole number, 0 or more" });
  if (!Number.isSafeInteger(windowMs) || windowMs < 1)
    issues.push({ path: "windowMs", code: "out_of_range", expected: "a positive whole number of milliseconds" });
  if (issues.length > 0) throw new ConfigurationError("spend guard", issues);

  /** Adds to a window's count, unless that would pass the limit; the count afterwards, or nothing. */
  async function add(key: string, units: number): Promise<number | undefined> {
    for (let tries = 0; ; tries++) {
      const there = await store.get(key);
      const count = Number(there ?? 0) + units;
      if (units > 0 && count > maxBillable) return undefined;
      const value = String(Math.max(0, count));
      const done =
        there === undefined
          ? await store.putIfAbsent(key, value, windowMs * 2)
          : await store.compareAndSet(key, there, value, windowMs * 2);
      if (done) return count;
      // Others write the same count; a short rest of random length lets each of them through.
      if (tries > 2) await pause(Math.random() * Math.min(50, tries * 2));
    }
  }

  return {
    keep: keepBooks,
    async take(call: BillableCall, facts: CallFacts): Promise<SpendSlot> {
      const time = now();
      const window = Math.floor(time / windowMs);
      const key = `spend:${name}:${windowMs}:${window}`;
      const used = await add(key, call.units);
      if (used === undefined) throw new SpendLimitError(facts, maxBillable, windowMs, (window + 1) * windowMs - time);
      let given = false;
      const giveBack = async (): Promise<void> => {
        if (given) return;
        given = true;
        // A count that is over counts nothing any more, and must not be begun anew below zero.
        if ((await store.get(key)) !== undefined) await add(key, -call.units);
      };
      const vetoed = await veto(onBillable, { ...call, used, limit: maxBillable });
      if (!vetoed) return { giveBack };
      await giveBack();
      throw new SpendRefusedError(facts, "`onBillable` refused it.");
    },
  };
}

/** A hook that fails has not agreed. */
async function veto(hook: SpendGuardOptions["onBillable"], call: BillableCall & SpendState): Promise<boolean> {
  try {
    return (await hook?.(call)) === false;
  } catch {
    return true;
  }
}
