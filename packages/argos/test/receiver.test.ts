import { describe, expect, test } from "vitest";
import {
  type ArgosEvent,
  type ArgosReceiverOptions,
  addressProof,
  argosCipher,
  argosSender,
  createArgosReceiver,
  InProcessQueue,
  type JobEvent,
  secretPathProof,
} from "../src/callbacks/index.js";
import { ArgosClient, sendWithFetch } from "../src/index.js";
import { FakeArgos, forgeArgosCallback, forgeEncryptedArgosCallback } from "../src/testing/index.js";

const secret = "s".repeat(43);
const url = `https://app.test/callbacks/${secret}`;
const apiKey = "fake-argos-key-0123456789abcdefghijklmnop";

/** A vendor, a client, and a receiver that the vendor's webhooks reach. */
function stage(options: Partial<ArgosReceiverOptions> = {}, encryption: boolean | object = false) {
  const told: string[] = [];
  const events: ArgosEvent[] = [];
  const jobs: JobEvent["outcome"][] = [];
  const dead: string[] = [];
  const send = async (to: string, body: string, remoteAddress?: string): Promise<number> => {
    const init = { method: "POST", body, headers: { "content-type": "application/json" } };
    return (await receive(new Request(to, init), { remoteAddress })).status;
  };
  const fake = new FakeArgos({ apiKey, webhookUrl: url, deliver: send, encryption });
  const client = new ArgosClient({
    baseUrl: "https://argos.test",
    apiKey,
    fetch: fake.fetch,
    send: sendWithFetch,
    ...(encryption === false ? {} : { encryption }),
  });
  const receive = createArgosReceiver({
    proofs: [secretPathProof(secret)],
    cipher: fake.cipher,
    client,
    handOver: new InProcessQueue({ retryDelays: [1, 1] }),
    onEvent: (event) => {
      events.push(event);
      told.push(event.kind === "unknown" ? "unknown" : `${event.kind} ${event.state}`);
    },
    onJob: ({ outcome }) => jobs.push(outcome),
    onDeadLetter: (job) => void dead.push(job.data),
    ...options,
  });
  const settled = async (): Promise<void> => {
    await fake.idle();
    await receive.idle();
  };
  return { fake, receive, send, settled, told, events, jobs, dead };
}

const person = { userid: "user-1", email: "user-1@example.com", full_name: "Example Person" };

describe.each([
  ["plain", false],
  ["encrypted with ECB", true],
  ["encrypted with GCM", { mode: "aes-256-gcm", layout: "iv-ct-tag" }],
])("a project whose webhooks are %s", (_, encryption) => {
  test("has each step handed on once, as the record says", async () => {
    const scene = stage({}, encryption);
    scene.fake.failWebhooks("duplicate", 3);
    const id = scene.fake.open(person);
    await scene.settled();
    scene.fake.hold(id);
    await scene.settled();
    scene.fake.decide(id, "approved");
    await scene.settled();
    expect(scene.told.filter((one) => !one.startsWith("aml"))).toEqual([
      "created incomplete",
      "submit pending",
      "approved approved",
    ]);
    expect(scene.fake.webhooks.every(({ status }) => status === 200)).toBe(true);
    const last = scene.events.find(({ kind }) => kind === "approved");
    expect(last?.kind === "approved" && last.record).toMatchObject({ submission_id: id, userid: "user-1" });
  });
});

describe("a forged webhook", () => {
  test("of an approval that is none is read three times, and given up", async () => {
    const scene = stage();
    const id = scene.fake.open(person);
    scene.fake.decide(id, "rejected");
    await scene.settled();
    const before = scene.told.length;
    expect(await scene.send(url, forgeArgosCallback("approved", { submission_id: id }).body)).toBe(200);
    await scene.settled();
    expect(scene.told.slice(before)).toEqual([]);
    expect(scene.dead).toEqual([expect.stringContaining(`"kind":"approved","id":"${id}"`)]);
  });

  test("that is not encrypted is refused where webhooks are", async () => {
    const scene = stage({}, true);
    expect(await scene.send(url, forgeArgosCallback("approved").body)).toBe(400);
    const other = await forgeEncryptedArgosCallback("approved", argosCipher("x".repeat(40)));
    expect(await scene.send(url, other.body)).toBe(400);
    expect(scene.jobs).toEqual([]);
  });

  test("that is encrypted is refused where webhooks are not", async () => {
    const { body } = await forgeEncryptedArgosCallback("approved", argosCipher(apiKey));
    expect(await stage().send(url, body)).toBe(400);
  });

  test("from another address is refused when the address is asked for as well", async () => {
    const scene = stage({ proofs: [secretPathProof(secret), addressProof(argosSender)] });
    const { body } = forgeArgosCallback("created");
    expect(await scene.send(url, body, "10.0.0.9")).toBe(401);
    expect(await scene.send(url, body, argosSender)).toBe(200);
  });
});

describe("a cipher", () => {
  const gcm = argosCipher(apiKey, { mode: "aes-256-gcm", layout: "iv-ct-tag" });

  test("with GCM is a proof, ECB is none", () => {
    expect(() => stage({ proofs: [], cipher: gcm })).not.toThrow();
    expect(() => stage({ proofs: [], cipher: argosCipher(apiKey) })).toThrow("proofs is missing");
  });

  test("with GCM refuses what was not made with the key as unproven", async () => {
    const scene = stage({ proofs: [], cipher: gcm });
    const { body } = await forgeEncryptedArgosCallback("created", gcm);
    const { data } = JSON.parse(body) as { data: string };
    expect(await scene.send(url, body)).toBe(200);
    const other = data.startsWith("A") ? `B${data.slice(1)}` : `A${data.slice(1)}`;
    expect(await scene.send(url, body.replace(data, other))).toBe(401);
    expect(await scene.send(url, forgeArgosCallback("created").body)).toBe(401);
  });
});

test("triggers beside the decision are handed on each, and a late one changes nothing", async () => {
  const scene = stage();
  const id = scene.fake.open(person);
  scene.fake.decide(id, "approved");
  await scene.settled();
  const before = scene.told.length;
  for (const userid of ["a", "b"]) await scene.send(url, forgeArgosCallback("aml", { submission_id: id, userid }).body);
  await scene.send(url, forgeArgosCallback("created", { submission_id: id }).body);
  await scene.settled();
  expect(scene.told.slice(before)).toEqual(["aml approved", "aml approved"]);
});

test("a deletion is told although nothing can be read any more; an unknown trigger as such", async () => {
  const scene = stage({ client: { submissions: { get: async () => await Promise.resolve(null) } } });
  await scene.send(url, forgeArgosCallback("delete").body);
  await scene.send(url, '{"webhook_trigger":"video","submission_id":"x"}');
  await scene.settled();
  expect(scene.told.toSorted()).toEqual(["delete unknown", "unknown"]);
});

test("a webhook that was lost is found by a sweep", async () => {
  const scene = stage();
  scene.fake.failWebhooks("lost", 2);
  const id = scene.fake.open(person);
  await scene.settled();
  const pending = [{ subject: `submission:${id}`, since: new Date(0) }];
  expect(await scene.receive.sweep(pending)).toMatchObject({ read: 1, delivered: 1 });
  expect(scene.told).toEqual(["swept incomplete"]);
});

test("what goes into a queue is an id and no person", async () => {
  const data: string[] = [];
  const scene = stage({ handOver: (job) => void data.push(JSON.stringify(job)) });
  await scene.send(url, forgeArgosCallback("approved", { submission_id: "abc", email: "canary@example.com" }).body);
  expect(data[0]).toContain('\\"id\\":\\"abc\\"');
  expect(data[0]).not.toContain("canary");
});
