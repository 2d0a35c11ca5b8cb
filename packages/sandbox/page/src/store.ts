import { useEffect, useState } from "preact/hooks";
import type { Call, Desk, SentCallback } from "../../src/stage/types.ts";

/** Everything that the page shows. */
export interface Shown {
  readonly isLive: boolean;
  readonly calls: readonly Call[];
  readonly callbacks: readonly SentCallback[];
  readonly desk: Desk | undefined;
  /** Sandbox time less this browser's, in milliseconds. */
  readonly ahead: number;
}

/** Most entries that are kept. */
const most = 500;

/** Follows the sandbox for as long as the page is open. */
export function useSandbox(): Shown {
  const [shown, set] = useState<Shown>({ isLive: false, calls: [], callbacks: [], desk: undefined, ahead: 0 });
  useEffect(() => {
    const source = new EventSource("api/events");
    const on = <T>(name: string, change: (shown: Shown, data: T) => Shown): void =>
      source.addEventListener(name, (event: MessageEvent<string>) => {
        const data = JSON.parse(event.data) as T;
        set((old) => change(old, data));
      });
    on<Pick<Shown, "calls" | "callbacks"> & { desk: Desk }>("all", (old, { calls, callbacks, desk }) => ({
      ...withDesk(old, desk),
      isLive: true,
      calls,
      callbacks,
    }));
    on<Call>("call", (old, call) => ({ ...old, calls: upsert(old.calls, call) }));
    on<SentCallback>("callback", (old, one) => ({ ...old, callbacks: upsert(old.callbacks, one) }));
    on<Desk>("desk", withDesk);
    source.addEventListener("error", () => set((old) => ({ ...old, isLive: false })));
    return () => source.close();
  }, []);
  return shown;
}

function withDesk(old: Shown, desk: Desk): Shown {
  return { ...old, isLive: true, desk, ahead: desk.clock.now - Date.now() };
}

function upsert<Item extends { readonly id: number }>(items: readonly Item[], item: Item): readonly Item[] {
  const at = items.findLastIndex(({ id }) => id === item.id);
  return at < 0 ? [...items, item].slice(-most) : items.with(at, item);
}
