import type { Store } from "../store/types.js";
import type { ConformanceCase } from "./conformance.js";

/** What every {@link Store} has to do, for any test runner: a case throws when it fails. */
export function storeCases(make: () => Store | Promise<Store>): ConformanceCase[] {
  const cases: Readonly<Record<string, (store: Store, key: string) => Promise<void>>> = {
    "has nothing under a new key": async (store, key) => {
      same(await store.get(key), undefined, "the value");
      same(await store.delete(key), false, "removing what is not there");
      same(await store.compareAndSet(key, "a", "b", 5000), false, "replacing what is not there");
      same(await store.get(key), undefined, "the value afterwards");
    },
    "puts a value once": async (store, key) => {
      same(await store.putIfAbsent(key, "a", 5000), true, "the first put");
      same(await store.putIfAbsent(key, "b", 5000), false, "the second put");
      same(await store.get(key), "a", "the value");
    },
    "lets one of 100 simultaneous puts through": async (store, key) => {
      const puts = await Promise.all(
        Array.from({ length: 100 }, async (_, n) => await store.putIfAbsent(key, `${n}`, 5000)),
      );
      same(puts.filter(Boolean).length, 1, "puts that got through");
      same(await store.get(key), String(puts.indexOf(true)), "the value");
    },
    "replaces the expected value only": async (store, key) => {
      await store.putIfAbsent(key, "a", 5000);
      same(await store.compareAndSet(key, "x", "b", 5000), false, "replacing another value");
      same(await store.get(key), "a", "the value");
      same(await store.compareAndSet(key, "a", "b", 5000), true, "replacing the expected value");
      same(await store.get(key), "b", "the new value");
    },
    "lets one of 100 simultaneous replacements through": async (store, key) => {
      await store.putIfAbsent(key, "start", 5000);
      const sets = await Promise.all(
        Array.from({ length: 100 }, async (_, n) => await store.compareAndSet(key, "start", `${n}`, 5000)),
      );
      same(sets.filter(Boolean).length, 1, "replacements that got through");
    },
    "removes a value, or the expected one only": async (store, key) => {
      await store.putIfAbsent(key, "a", 5000);
      same(await store.delete(key, "x"), false, "removing another value");
      same(await store.get(key), "a", "the value");
      same(await store.delete(key, "a"), true, "removing the expected value");
      same(await store.putIfAbsent(key, "b", 5000), true, "a put after it");
      same(await store.delete(key), true, "removing any value");
      same(await store.get(key), undefined, "the value at the end");
    },
    "forgets a value when its time is over": async (store, key) => {
      await store.putIfAbsent(key, "a", 40);
      await pastTheEnd();
      same(await store.get(key), undefined, "the value");
      same(await store.compareAndSet(key, "a", "b", 5000), false, "replacing what is over");
      same(await store.putIfAbsent(key, "b", 5000), true, "a new put");
    },
    "begins the time anew with each replacement": async (store, key) => {
      await store.putIfAbsent(key, "a", 40);
      await store.compareAndSet(key, "a", "b", 5000);
      await pastTheEnd();
      same(await store.get(key), "b", "the value");
      await store.compareAndSet(key, "b", "c", 40);
      await pastTheEnd();
      same(await store.get(key), undefined, "the value of a shorter time");
    },
    "keeps values and keys as they are": async (store, key) => {
      const odd = 'a:b {"名":"王\\n"} \u0000 \u{1f600} 15952089931162059995 ';
      await store.putIfAbsent(`${key}${odd}`, odd, 5000);
      same(await store.get(`${key}${odd}`), odd, "the value");
      await store.putIfAbsent(`${key}empty`, "", 5000);
      same(await store.get(`${key}empty`), "", "an empty value");
      same(await store.get(key), undefined, "the value of another key");
    },
    "takes the expected value from nobody's prototype": async (store, key) => {
      same(await store.get(`${key}constructor`), undefined, "a key that objects have by nature");
      same(await store.putIfAbsent("__proto__", key, 60), true, "a put under __proto__");
      same(await store.delete("__proto__", key), true, "removing it");
    },
  };
  return Object.entries(cases).map(([name, run]) => ({
    name,
    run: async () => await run(await make(), `case-${crypto.randomUUID()}-`),
  }));
}

async function pastTheEnd(): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 80));
}

function same(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected) throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}
