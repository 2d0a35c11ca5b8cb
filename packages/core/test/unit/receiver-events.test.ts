import { describe, expect, test } from "vitest";
import { InProcessQueue } from "../../src/receiver/in-process-queue.js";
import type { CallbackJob } from "../../src/receiver/types.js";
import { MemoryStore } from "../../src/store/memory-store.js";
import type { Store } from "../../src/store/types.js";
import { Waker } from "../../src/waker.js";
import { call, desk, type News, pause } from "./receiver-desk.js";

const soon = (): InProcessQueue => new InProcessQueue({ retryDelays: [5, 5] });

describe("a callback", () => {
  test("is acknowledged as the vendor wants it and handled once, copies included", async () => {
    const { receive, handled, events, jobs } = desk();
    for (let n = 0; n < 3; n++) {
      const response = await receive(call());
      expect([response.status, await response.json()]).toEqual([200, { received: true }]);
    }
    await receive.idle();
    expect(handled).toEqual(["1"]);
    expect(events.map(({ verdict }) => verdict)).toEqual(["accepted", "duplicate", "duplicate"]);
    expect(jobs).toEqual(["delivered"]);
  });

  test("of which 200 copies come at the same moment is handled once, in two processes with one store", async () => {
    const store = new MemoryStore();
    const handled: string[] = [];
    const onEvent = async ({ id }: News): Promise<void> => {
      await pause(20);
      handled.push(id);
    };
    const processes = [desk({ store, onEvent }), desk({ store, onEvent })];
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => await processes[n % 2]?.receive(call({}, { id: "same" }))),
    );
    for (const { receive } of processes) await receive.idle();
    expect(answers.every((answer) => answer?.status === 200)).toBe(true);
    expect(handled).toEqual(["same"]);
  });

  test("is acknowledged at once, however slow the work is", async () => {
    let done = false;
    const { receive } = desk({
      onEvent: async () => {
        await pause(300);
        done = true;
      },
    });
    expect((await receive(call())).status).toBe(200);
    expect(done).toBe(false);
    await receive.idle();
    expect(done).toBe(true);
  });

  test("that cannot be handed over is asked for again by all its copies, and then taken", async () => {
    let fails = true;
    const { receive, errors, handled } = desk({
      handOver: async () => {
        await pause(5);
        if (fails) throw new Error("queue is down");
        handled.push("queued");
      },
    });
    const answers = await Promise.all([receive(call()), receive(call())]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    fails = false;
    expect((await receive(call())).status).toBe(200);
    expect([errors.length, handled]).toEqual([2, ["queued"]]);
  });

  test("whose hand-over is slow is not acknowledged before it is safe, and is a duplicate afterwards", async () => {
    let runs = 0;
    const { receive, events } = desk({
      handOver: async () => {
        runs++;
        await pause(300);
      },
    });
    const answer = await receive(call());
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    await pause(200);
    expect((await receive(call())).status).toBe(200);
    expect([runs, events.map(({ verdict }) => verdict)]).toEqual([1, ["late", "duplicate"]]);
  });

  test("that another process hands over for too long is asked for again", async () => {
    const store = new MemoryStore();
    const slow = desk({ store, handOver: async () => await pause(600) });
    const other = desk({ store });
    const first = slow.receive(call());
    await pause(10);
    expect((await other.receive(call())).status).toBe(503);
    expect(other.events).toMatchObject([{ verdict: "late" }]);
    expect([(await first).status, other.handled]).toEqual([503, []]);
  });

  test("of a process that died before it was handed over is taken by another one when the lease is over", async () => {
    const store = new MemoryStore();
    const dying = desk({ store, leaseMs: 50, handOver: async () => await new Promise<never>(() => undefined) });
    void dying.receive(call());
    await pause(80);
    const other = desk({ store });
    expect((await other.receive(call())).status).toBe(200);
    await other.receive.idle();
    expect(other.handled).toEqual(["1"]);
  });

  test("is forgotten after its time", async () => {
    const { receive, events } = desk({ rememberMs: 30 });
    await receive(call());
    await pause(60);
    await receive(call());
    expect(events.map(({ verdict }) => verdict)).toEqual(["accepted", "accepted"]);
  });

  test("is handled although every observer throws", async () => {
    const explode = (): never => {
      throw new Error("observer");
    };
    const { receive, handled } = desk({ onRequest: explode, onError: explode, onJob: explode });
    expect((await receive(call())).status).toBe(200);
    await receive.idle();
    expect(handled).toEqual(["1"]);
  });

  test("is told without its payload, its key and its secret", async () => {
    const { receive, events } = desk();
    await receive(call({}, { id: "canary-payload" }));
    expect(JSON.stringify(events)).not.toMatch(/canary|token/);
    expect(events).toEqual([
      { vendor: "vendor", verdict: "accepted", status: 200, elapsedMs: expect.any(Number) as number },
    ]);
  });

  test("wakes who waits for its subject in this process", async () => {
    const wake = new Waker();
    const woken: string[] = [];
    wake.subscribe("task:7", () => woken.push("task:7"));
    await desk({ wake }).receive(call({}, { id: "1", about: "task:7" }));
    expect(woken).toEqual(["task:7"]);
  });
});

describe("work", () => {
  test("that fails is tried again, and given up in the end", async () => {
    const dead: [string, unknown][] = [];
    let tries = 0;
    const { receive, jobs, errors } = desk({
      handOver: soon(),
      onEvent: () => {
        tries++;
        throw new Error("database is down");
      },
      onDeadLetter: (job, error) => void dead.push([job.id, (error as Error).message]),
    });
    expect((await receive(call())).status).toBe(200);
    await receive.idle();
    expect([tries, jobs, errors.length]).toEqual([3, ["failed", "failed", "failed", "given_up"], 3]);
    expect(dead).toEqual([["vendor:1", "database is down"]]);
  });

  test("that fails once is done the second time, and once", async () => {
    let tries = 0;
    const { receive, handled, jobs } = desk({
      handOver: soon(),
      onEvent: ({ id }) => {
        if (tries++ === 0) throw new Error("once");
        handled.push(id);
      },
    });
    await receive(call());
    await receive.idle();
    expect([handled, jobs]).toEqual([["1"], ["failed", "delivered"]]);
  });

  test("may be done by another process, from a job that went through a queue as JSON", async () => {
    const store = new MemoryStore();
    const kept: string[] = [];
    const web = desk({ store, handOver: (job) => void kept.push(JSON.stringify(job)) });
    await web.receive(call());
    const worker = desk({ store });
    const job = JSON.parse(kept[0] ?? "") as CallbackJob;
    expect(await worker.receive.work(job)).toBe("delivered");
    // A queue that lost sight of a worker gives its job out again.
    expect(await worker.receive.work(job)).toBe("no_news");
    expect([web.handled, worker.handled]).toEqual([[], ["1"]]);
  });

  test("on one subject is done one at a time, in the order of arrival", async () => {
    const under: string[] = [];
    const { receive, handled } = desk({
      onEvent: async ({ id }) => {
        expect(under).toEqual([]);
        under.push(id);
        await pause(5);
        under.pop();
        handled.push(id);
      },
    });
    for (let n = 0; n < 5; n++) await receive(call({}, { id: `${n}`, about: "task", state: `${n}` }));
    await receive.idle();
    expect(handled).toEqual(["0", "1", "2", "3", "4"]);
  });

  test("is forward only: older versions and lower ranks are stale, the same state is no news", async () => {
    const { receive, handled, jobs } = desk();
    const news: News[] = [
      { id: "a", about: "task", state: "pending", rank: 1 },
      { id: "b", about: "task", state: "approved", rank: 2 },
      { id: "c", about: "task", state: "pending", rank: 1 },
      { id: "d", about: "task", state: "approved", rank: 2 },
      { id: "e", about: "other", state: "x", rank: 2, version: 5 },
      { id: "f", about: "other", state: "y", rank: 2, version: 4 },
      { id: "g", about: "other", state: "reopened", rank: 0, version: 6 },
    ];
    for (const one of news) await receive(call({}, one));
    await receive.idle();
    expect(handled).toEqual(["a", "b", "e", "g"]);
    expect(jobs).toEqual(["delivered", "delivered", "stale", "no_news", "delivered", "stale", "delivered"]);
  });

  test("on a subject waits for another process that is at it", async () => {
    const store = new MemoryStore();
    const order: string[] = [];
    const slow = desk({
      store,
      onEvent: async () => {
        order.push("slow begins");
        await pause(80);
        order.push("slow ends");
      },
    });
    const other = desk({ store, onEvent: () => void order.push("other") });
    await slow.receive(call({}, { id: "a", about: "task", state: "1" }));
    await pause(20);
    await other.receive(call({}, { id: "b", about: "task", state: "2" }));
    await Promise.all([slow.receive.idle(), other.receive.idle()]);
    expect(order).toEqual(["slow begins", "slow ends", "other"]);
  });

  test("that takes longer than its lease keeps it", async () => {
    const store = new MemoryStore();
    const order: string[] = [];
    const options = { store, leaseMs: 500 };
    const slow = desk({ ...options, onEvent: async () => (await pause(1200), void order.push("slow")) });
    const other = desk({ ...options, onEvent: () => void order.push("other") });
    await slow.receive(call({}, { id: "a", about: "task", state: "1" }));
    await pause(20);
    await other.receive(call({}, { id: "b", about: "task", state: "2" }));
    await Promise.all([slow.receive.idle(), other.receive.idle()]);
    expect(order).toEqual(["slow", "other"]);
  });
});

describe("a queue of this process", () => {
  test("that is full refuses, and the vendor is told to come again", async () => {
    const { receive, errors } = desk({
      handOver: new InProcessQueue({ maxJobs: 2, concurrency: 1 }),
      onEvent: async () => await pause(50),
    });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n++) statuses.push((await receive(call({}, { id: `${n}` }))).status);
    expect(statuses).toEqual([200, 200, 503]);
    expect((errors[0] as Error).name).toBe("QueueFullError");
    await receive.idle();
    expect((await receive(call({}, { id: "2" }))).status).toBe(200);
  });

  test("is bounded in what its jobs hold together as well", async () => {
    const { receive } = desk({
      handOver: new InProcessQueue({ maxLength: 100 }),
      onEvent: async () => await pause(20),
    });
    expect((await receive(call({}, { id: "x".repeat(60) }))).status).toBe(200);
    expect((await receive(call({}, { id: "y".repeat(60) }))).status).toBe(503);
  });

  test("works on so many at once and keeps the order of arrival", async () => {
    let under = 0;
    let most = 0;
    const { receive, handled } = desk({
      handOver: new InProcessQueue({ concurrency: 3 }),
      onEvent: async ({ id }) => {
        most = Math.max(most, ++under);
        await pause(1);
        under--;
        handled.push(id);
      },
    });
    for (let n = 0; n < 1500; n++) await receive(call({}, { id: `${n}` }));
    await receive.idle();
    expect([most, handled.length, handled.slice(0, 3)]).toEqual([3, 1500, ["0", "1", "2"]]);
  });
});

describe("with the store down", () => {
  const down = async (): Promise<never> => await Promise.reject(new Error("store is down"));
  const broken: Store = { get: down, putIfAbsent: down, compareAndSet: down, delete: down };

  test("a callback is taken, and told apart from its copies as well as one process can", async () => {
    const { receive, errors, handled } = desk({ store: broken });
    const answers = await Promise.all([receive(call()), receive(call())]);
    answers.push(await receive(call()), await receive(call({}, { id: "2" })));
    await receive.idle();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(handled).toEqual(["1", "2"]);
    expect(String(errors[0])).toContain("store is down");
  });

  test("a vendor that comes again is asked to", async () => {
    const { receive, handled } = desk({ store: broken }, { withoutStore: "refuse" });
    expect((await receive(call())).status).toBe(503);
    await receive.idle();
    expect(handled).toEqual([]);
  });

  test("work of a vendor that is read back waits until the store is there", async () => {
    const memory = new MemoryStore();
    let isDown = false;
    const guarded =
      <Args extends unknown[], Result>(of: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> =>
        isDown ? await down() : await of(...args);
    const store: Store = {
      get: guarded(async (key) => await memory.get(key)),
      putIfAbsent: guarded(async (key, value, ttl) => await memory.putIfAbsent(key, value, ttl)),
      compareAndSet: guarded(
        async (key, expected, value, ttl) => await memory.compareAndSet(key, expected, value, ttl),
      ),
      delete: guarded(async (key, expected) => await memory.delete(key, expected)),
    };
    const { receive, handled, jobs } = desk({ store, handOver: soon() }, { withoutStore: "refuse" });
    await receive(call());
    isDown = true;
    setTimeout(() => (isDown = false), 3);
    await receive.idle();
    expect([handled, jobs.at(-1)]).toEqual([["1"], "delivered"]);
    expect(jobs.length).toBeGreaterThan(1);
  });

  test("a store that hangs is as good as down, and what it took late does not block the event", async () => {
    const memory = new MemoryStore();
    const late: Store = {
      get: async (key) => await memory.get(key),
      putIfAbsent: async (key, value, ttl) => {
        const put = memory.putIfAbsent(key, value, ttl);
        await pause(150);
        return await put;
      },
      compareAndSet: async (key, expected, value, ttl) => await memory.compareAndSet(key, expected, value, ttl),
      delete: async (key, expected) => await memory.delete(key, expected),
    };
    const { receive } = desk({ store: late });
    expect((await receive(call())).status).toBe(200);
    await pause(100);
    expect(await memory.get("callback:vendor:1")).toBe("done");
  });

  test("work that was done stays done when the store cannot note it", async () => {
    const memory = new MemoryStore();
    const store: Store = {
      get: async (key) => await memory.get(key),
      putIfAbsent: async (key, value, ttl) => await memory.putIfAbsent(key, value, ttl),
      compareAndSet: down,
      delete: down,
    };
    const { receive, handled, jobs } = desk({ store });
    expect((await receive(call())).status).toBe(200);
    await receive.idle();
    expect([handled, jobs]).toEqual([["1"], ["delivered"]]);
  });
});

describe("a sweep", () => {
  const hintOf = (subject: string): News | undefined =>
    subject.startsWith("task:") ? { id: "", about: subject } : undefined;
  const records: Record<string, News> = {
    "task:1": { id: "record-1", state: "approved", rank: 2 },
    "task:2": { id: "record-2", state: "pending", rank: 0 },
  };
  const readBack = {
    hintOf,
    tell: ({ about = "" }: News) => {
      const record = records[about];
      if (record === undefined) throw new Error("not found");
      return { event: record, state: record.state ?? "", rank: record.rank ?? 0, final: record.rank === 2 };
    },
  };
  const long = new Date(Date.now() - 3_600_000);

  test("hands on what no callback brought, once, and leaves alone what is final or not overdue", async () => {
    const { receive, handled } = desk({}, readBack);
    const pending = [
      { subject: "task:1", since: long },
      { subject: "task:2", since: long },
      { subject: "task:2", since: new Date() },
    ];
    expect(await receive.sweep(pending)).toEqual({ read: 2, delivered: 2, skipped: 1, failed: 0 });
    expect(handled.toSorted()).toEqual(["record-1", "record-2"]);
    expect(await receive.sweep(pending)).toEqual({ read: 1, delivered: 0, skipped: 2, failed: 0 });
    expect(handled).toHaveLength(2);
  });

  test("and a callback that comes after it all the same are one piece of news", async () => {
    const { receive, handled, jobs } = desk({}, readBack);
    await receive.sweep([{ subject: "task:1", since: long }]);
    await receive(call({}, { id: "late", about: "task:1" }));
    await receive.idle();
    expect([handled, jobs]).toEqual([["record-1"], ["delivered", "no_news"]]);
  });

  test("goes on past what cannot be read, and ends when it is told to", async () => {
    const { receive, errors } = desk({}, readBack);
    const pending = ["task:9", "nonsense", "task:1"].map((subject) => ({ subject, since: long }));
    expect(await receive.sweep(pending)).toEqual({ read: 1, delivered: 1, skipped: 0, failed: 2 });
    expect(errors).toHaveLength(2);
    expect(await receive.sweep(pending, { signal: AbortSignal.abort() })).toMatchObject({ read: 0, failed: 0 });
  });

  test("takes what a database yields, so many at once", async () => {
    let under = 0;
    let most = 0;
    const tell = async ({ about = "" }: News) => {
      most = Math.max(most, ++under);
      await pause(2);
      under--;
      return { event: { id: about }, state: about, rank: 0, final: false };
    };
    const { receive } = desk({}, { hintOf, tell });
    async function* rows() {
      for (let n = 0; n < 20; n++) yield { subject: `task:${n}`, since: long };
    }
    expect(await receive.sweep(rows(), { concurrency: 3 })).toMatchObject({ read: 20, delivered: 20 });
    expect(most).toBe(3);
  });
});
