/** Copies, storms, wrong order and a store that is down: how often is a callback handed on? Needs redis-server. */
import { createKryptogoReceiver } from "@x/kryptogo/callbacks";
import { forgeIdvCallback } from "@x/kryptogo/testing";
import {
  bearerProof,
  createVerifyVaspReceiver,
  InProcessQueue,
  MemoryStore,
  type Receiver,
  RedisStore,
  secretPathProof,
  type Store,
} from "@x/verifyvasp-kyt/callbacks";
import { forgeKytCallback } from "@x/verifyvasp-kyt/testing";
import { Redis } from "ioredis";
import { report, seed } from "../src/measure.ts";
import { randomFrom } from "../src/random.ts";
import { startRedis } from "../src/own-redis.ts";

const random = randomFrom(seed);
const headers: Readonly<Record<string, string>> = {
  "content-type": "application/json",
  authorization: "Bearer token-of-nobody-0001",
};
const secret = "s".repeat(43);

async function post({ handle }: Pick<Receiver, "handle">, body: string): Promise<number> {
  return (await handle({ method: "POST", path: `/c/${secret}`, header: (name) => headers[name], body })).status;
}

/** Two receivers on one store, as in two processes. */
function pair(store: Store) {
  const times = new Map<string, number>();
  const make = (): Receiver =>
    createVerifyVaspReceiver({
      proofs: [bearerProof("token-of-nobody-0001")],
      store,
      handOver: new InProcessQueue({ maxJobs: 100_000, maxLength: 1e9 }),
      onEvent: ({ subject = "" }) => void times.set(subject, (times.get(subject) ?? 0) + 1),
    });
  const both = [make(), make()] as const;
  const idle = async (): Promise<void> => void (await Promise.all(both.map(async (one) => await one.idle())));
  return { both, times, idle };
}

const bodyOf = (n: number): string => forgeKytCallback({ kyt: { requestId: `request-${n}` } }).body;

function shuffled<T>(all: T[]): T[] {
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
}

async function copies(name: string, store: Store): Promise<void> {
  const { both, times, idle } = pair(store);
  const numbers = Array.from({ length: 10_000 }, (_, n) => n);
  const all = shuffled([...numbers, ...Array.from({ length: 3000 }, () => Math.floor(random() * 10_000))]);
  let next = 0;
  let wrong = 0;
  const lane = async (): Promise<void> => {
    for (let n = all[next++]; n !== undefined; n = all[next++])
      if ((await post(both[next % 2 === 0 ? 0 : 1], bodyOf(n))) !== 200) wrong++;
  };
  await Promise.all(Array.from({ length: 50 }, lane));
  await idle();
  const once = [...times.values()].filter((count) => count === 1).length;
  report({
    id: `callbacks-copies-${name}`,
    promise: `10,000 callbacks and 3,000 copies, 50 at a time, to two receivers on one store (${name}): each handed on once`,
    wanted: "10,000 of 10,000, every answer 200",
    seen: `${once} of ${times.size} once, ${wrong} answers other than 200`,
    kept: once === 10_000 && times.size === 10_000 && wrong === 0,
  });
}

async function storm(name: string, store: Store): Promise<void> {
  const { both, times, idle } = pair(store);
  const body = bodyOf(1);
  const answers = await Promise.all(Array.from({ length: 200 }, async (_, n) => await post(both[n % 2 ? 0 : 1], body)));
  await idle();
  const right = answers.filter((status) => status === 200).length;
  report({
    id: `callbacks-storm-${name}`,
    promise: `One callback 200 times at the same moment, to two receivers on one store (${name})`,
    wanted: "200 answers of 200, handed on once",
    seen: `${right} answers, handed on ${times.get("kyt:request-1") ?? 0} times`,
    kept: right === 200 && times.get("kyt:request-1") === 1,
  });
}

async function order(): Promise<void> {
  const states = ["REGISTERED", "CHECKING", "PROCESSED"];
  let same = 0;
  let backwards = 0;
  for (let run = 0; run < 1000; run++) {
    const told = new Map<string, string[]>();
    const receive = createVerifyVaspReceiver({
      proofs: [bearerProof("token-of-nobody-0001")],
      onEvent: async (event) => {
        if (event.kind !== "kyt") return;
        if (random() < 0.3) await Promise.resolve();
        const { requestId, status } = event.payload.riskAssessment.chainalysisKYT;
        told.set(requestId, [...(told.get(requestId) ?? []), status]);
      },
    });
    const all = ["a", "b"].flatMap((requestId) =>
      [...states, "PROCESSED", "REGISTERED"].map((status) => forgeKytCallback({ kyt: { requestId, status } }).body),
    );
    await Promise.all(shuffled(all).map(async (body) => await post(receive, body)));
    await receive.idle();
    const sequences = [...told.values()];
    if (sequences.length === 2 && sequences.every((one) => one.at(-1) === "PROCESSED")) same++;
    const ranks = sequences.map((one) => one.map((state) => states.indexOf(state)));
    if (ranks.some((one) => one.some((rank, at) => rank < (one[at - 1] ?? 0)))) backwards++;
  }
  report({
    id: "callbacks-order",
    promise: "States that come in any order, with copies, end as in the right order and never go back",
    wanted: "1,000 of 1,000 random orders, 0 steps back",
    seen: `${same} of 1000, ${backwards} steps back`,
    kept: same === 1000 && backwards === 0,
  });
}

/** A store that fails while it is told to. */
class Failing implements Store {
  isDown = false;
  readonly #memory = new MemoryStore({ maxKeys: 100_000 });
  readonly #try = async <T>(work: () => Promise<T>): Promise<T> =>
    this.isDown ? await Promise.reject(new Error("The store is down.")) : await work();
  get: Store["get"] = async (key) => await this.#try(async () => await this.#memory.get(key));
  putIfAbsent: Store["putIfAbsent"] = async (...args) =>
    await this.#try(async () => await this.#memory.putIfAbsent(...args));
  compareAndSet: Store["compareAndSet"] = async (...args) =>
    await this.#try(async () => await this.#memory.compareAndSet(...args));
  delete: Store["delete"] = async (...args) => await this.#try(async () => await this.#memory.delete(...args));
}

async function storeDown(): Promise<void> {
  const [forVasp, forKryptogo] = [new Failing(), new Failing()];
  const vasp = pair(forVasp);
  const told = new Set<string>();
  const kryptogo = createKryptogoReceiver({
    proofs: [secretPathProof(secret)],
    store: forKryptogo,
    client: {
      idv: { get: async ({ idv_id }) => await Promise.resolve({ idv_task_id: idv_id, audit_status: "Accepted" }) },
      searchTasks: { getSummary: async ({ task_id }) => await Promise.resolve({ task_id }) },
    },
    onEvent: ({ subject = "" }) => void told.add(subject),
  });
  const idvOf = (n: number): string => forgeIdvCallback({ idv_task_id: n + 1 }).body;
  forVasp.isDown = forKryptogo.isDown = true;
  const down = { vasp: 0, kryptogo: 0 };
  for (let n = 0; n < 1000; n++) {
    if ((await post(vasp.both[0], bodyOf(n))) === 200) down.vasp++;
    if ((await post(kryptogo, idvOf(n))) === 503) down.kryptogo++;
  }
  await vasp.idle();
  forVasp.isDown = forKryptogo.isDown = false;
  // Who was told to come again does.
  for (let n = 0; n < 1000; n++) await post(kryptogo, idvOf(n));
  await kryptogo.idle();
  const lost = 2000 - vasp.times.size - told.size;
  report({
    id: "callbacks-store-down",
    promise:
      "With the store down a vendor that is read back is asked to come again, and an enclave is taken at its word",
    wanted: "1,000 answers 200 and 1,000 answers 503; 0 of 2,000 lost",
    seen: `${down.vasp} answers 200, ${down.kryptogo} answers 503; ${lost} lost`,
    kept: lost === 0 && down.vasp === 1000 && down.kryptogo === 1000,
  });
}

const redis = await startRedis();
const client = new Redis({ host: "127.0.0.1", port: redis.port });
try {
  await copies("memory", new MemoryStore());
  await copies("redis", new RedisStore(client, { prefix: "copies:" }));
  await storm("memory", new MemoryStore());
  await storm("redis", new RedisStore(client, { prefix: "storm:" }));
  await order();
  await storeDown();
} finally {
  client.disconnect();
  await redis.stop();
}
