import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  createKryptogoReceiver,
  InProcessQueue,
  type JobEvent,
  type KryptogoEvent,
  type KryptogoReceiverOptions,
  MemoryStore,
  secretPathProof,
  taskPathProof,
} from "../src/callbacks/index.js";
import { KryptogoClient, sendWithFetch, waitForIdv, Waker } from "../src/index.js";
import { FakeKryptogo, fixtures, forgeIdvCallback, forgeSearchTaskCallback } from "../src/testing/index.js";

const secret = "s".repeat(43);
const url = `https://app.test/callbacks/${secret}`;

/** A vendor, a client, and a receiver that the vendor's callbacks reach. */
function stage(options: Partial<KryptogoReceiverOptions> = {}) {
  const told: string[] = [];
  const events: KryptogoEvent[] = [];
  const jobs: JobEvent["outcome"][] = [];
  const dead: string[] = [];
  const send = async (to: string, body: string): Promise<number> => {
    const init = { method: "POST", body, headers: { "content-type": "application/json" } };
    const answer = await receive(new Request(to, init));
    expect(await answer.text()).toBe("");
    return answer.status;
  };
  const fake = new FakeKryptogo({ searchMs: 5, verificationMs: 5, deliver: send });
  const client = new KryptogoClient({
    baseUrl: "https://kryptogo.test",
    apiKey: "test-token",
    fetch: fake.fetch,
    send: sendWithFetch,
  });
  const receive = createKryptogoReceiver({
    proofs: [secretPathProof(secret)],
    client,
    handOver: new InProcessQueue({ retryDelays: [1, 1] }),
    onEvent: (event) => {
      events.push(event);
      told.push(event.kind === "unknown" ? "unknown" : `${event.subject} ${event.verdict}`);
    },
    onJob: ({ outcome }) => jobs.push(outcome),
    onDeadLetter: (job) => void dead.push(job.data),
    ...options,
  });
  const settled = async (): Promise<void> => {
    await fake.idle();
    await receive.idle();
  };
  return { fake, client, receive, send, settled, told, events, jobs, dead };
}

const pause = async (ms: number): Promise<void> => await new Promise((resolve) => setTimeout(resolve, ms));

async function searched({ client, settled }: ReturnType<typeof stage>, callback_url: string, reference: string) {
  const input = structuredClone(fixtures.createSearchTasks.input);
  const [task] = input.tasks;
  if (task === undefined) throw new Error("The fixture has no task.");
  const [made] = await client.searchTasks.create({
    tasks: [{ ...task, callback_url, customer_reference: reference }],
  });
  await pause(20);
  await settled();
  return made?.task_id ?? 0;
}

async function verified({ client, settled }: ReturnType<typeof stage>, expected_name: string): Promise<number> {
  const { idv_task_id } = await client.idv.create({
    ...fixtures.createIdvTask.input,
    expected_name,
    callback_url: url,
  });
  await pause(20);
  await settled();
  return idv_task_id;
}

describe("one URL", () => {
  test("takes both kinds of callbacks, and hands on what the record says", async () => {
    const scene = stage();
    const task_id = await searched(scene, url, "customer-1");
    const idv_id = await verified(scene, "REVIEW");
    scene.fake.decide(task_id, true, "No match.");
    scene.fake.audit(idv_id, "Accepted");
    await scene.settled();
    expect(scene.told).toEqual([
      `search_task:${task_id} undecided`,
      `idv:${idv_id} review`,
      `search_task:${task_id} accepted`,
      `idv:${idv_id} accepted`,
    ]);
    const [first] = scene.events;
    expect(first?.kind === "search_task" && first.record).toEqual(
      expect.objectContaining({ task_id, customer_reference: "customer-1" }),
    );
    expect(scene.fake.callbacks.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  test("hands each change on once, however often its callback comes", async () => {
    const scene = stage();
    scene.fake.failCallbacks("duplicate-callback");
    const idv_id = await verified(scene, "REVIEW");
    await scene.send(url, forgeIdvCallback({ idv_task_id: idv_id, state: 1, audit_status: "Pending" }).body);
    await scene.settled();
    expect([scene.told, scene.jobs]).toEqual([[`idv:${idv_id} review`], ["delivered", "no_news"]]);
  });

  test("hands unknown callbacks on as such, and shows their payload to nobody who only looks", async () => {
    const scene = stage();
    for (const body of ['{"kya_task_id":1,"name":"James Din"}', '{"idv_task_id":1,"task_id":2}'])
      expect(await scene.send(url, body)).toBe(200);
    await scene.settled();
    expect(scene.told).toEqual(["unknown", "unknown"]);
    const [event] = scene.events;
    expect(inspect(event) + JSON.stringify(event)).not.toContain("James");
    expect(event?.kind === "unknown" && event.readPayload()).toEqual({ kya_task_id: 1, name: "James Din" });
  });

  test.each(["<html>", "[]", '{"idv_task_id":"../7"}', '{"task_id":1,"task_id":2}'])("refuses %s", async (body) => {
    expect(await stage().send(url, body)).toBe(400);
  });

  test("takes a callback whose other fields are of no documented shape: only its id is used", async () => {
    const scene = stage();
    const idv_id = await verified(scene, "REVIEW");
    expect(await scene.send(url, JSON.stringify({ idv_task_id: String(idv_id), state: "x", reject_reasons: 7 }))).toBe(
      200,
    );
  });
});

describe("a forged callback", () => {
  test("of an acceptance is not handed on: nothing of a payload ever is", async () => {
    const scene = stage();
    const idv_id = await verified(scene, "REJECT");
    const { body } = forgeIdvCallback({ idv_task_id: idv_id, state: 0, audit_status: "Accepted", audit_timestamp: 9 });
    expect(await scene.send(url, body)).toBe(200);
    await scene.settled();
    expect(scene.told).toEqual([`idv:${idv_id} rejected`]);
  });

  test("of a decision that nobody made is read three times, and then given up", async () => {
    const scene = stage();
    const idv_id = await verified(scene, "REVIEW");
    await scene.send(url, forgeIdvCallback({ idv_task_id: idv_id, state: 0 }).body);
    await scene.send(url, forgeSearchTaskCallback({ task_id: 404 }).body);
    await scene.settled();
    expect(scene.told).toEqual([`idv:${idv_id} review`]);
    expect(scene.dead.toSorted()).toEqual([
      `{"kind":"idv","id":${idv_id},"decided":true}`,
      '{"kind":"search_task","id":404,"decided":true}',
    ]);
  });

  test("without the secret is refused", async () => {
    const { send, fake } = stage();
    const { body } = forgeIdvCallback();
    expect(await send("https://app.test/callbacks/guess", body)).toBe(401);
    expect(fake.requests).toEqual([]);
  });
});

describe("a URL for each task", () => {
  test("brings its own task's news and no other's", async () => {
    const proof = taskPathProof("key-of-nobody-0123456789-abcdefghi");
    const scene = stage({ proofs: [proof] });
    const [one, two] = await Promise.all(
      ["customer-1", "customer-2"].map(async (reference) => `https://app.test/c/${await proof.segment(reference)}`),
    );
    const first = await searched(scene, one ?? "", "customer-1");
    const second = await searched(scene, two ?? "", "customer-2");
    scene.fake.decide(second, true, "No match.");
    await scene.settled();
    expect(scene.jobs).toEqual(["delivered", "delivered", "delivered"]);
    // Who has the first one's URL says something of the second one.
    await scene.send(one ?? "", forgeSearchTaskCallback({ task_id: second, customer_reference: "customer-1" }).body);
    await scene.settled();
    expect([scene.jobs.at(-1), scene.told.length, first]).toEqual(["foreign", 3, expect.any(Number)]);
  });
});

describe("what was lost", () => {
  test("is found by a sweep", async () => {
    const scene = stage();
    scene.fake.failCallbacks("lost-callback");
    const idv_id = await verified(scene, "REVIEW");
    expect(scene.told).toEqual([]);
    const pending = [{ subject: `idv:${idv_id}`, since: new Date(Date.now() - 900_000) }];
    expect(await scene.receive.sweep(pending)).toEqual({ read: 1, delivered: 1, skipped: 0, failed: 0 });
    expect(scene.told).toEqual([`idv:${idv_id} review`]);
  });
});

test("who waits for a verification hears of it at once", async () => {
  const waker = new Waker();
  const scene = stage({ wake: waker });
  const idv_id = await verified(scene, "REVIEW");
  const waiting = waitForIdv(scene.client, { idv_id }, { wake: waker, throughReview: true, timeout: 5000 });
  await pause(10);
  scene.fake.audit(idv_id, "Rejected");
  expect(await waiting).toMatchObject({ state: "rejected", reads: 2 });
});

test("what goes into a queue is an id and no person", async () => {
  const jobs: string[] = [];
  const scene = stage({ store: new MemoryStore(), handOver: (job) => void jobs.push(JSON.stringify(job)) });
  await scene.send(url, forgeIdvCallback({ idv_task_id: 7, full_name: "James Din" }).body);
  expect(JSON.parse(jobs[0] ?? "")).toEqual({
    id: expect.stringMatching(/^KryptoGO:idv:7:[0-9a-f]{64}$/) as string,
    vendor: "KryptoGO",
    data: '{"kind":"idv","id":7,"decided":true}',
    receivedAt: expect.any(Number) as number,
  });
});

test("a receiver without a proof is not built", () => {
  const { client } = stage();
  expect(() => createKryptogoReceiver({ client, onEvent: () => undefined })).toThrow("proofs is missing");
});
