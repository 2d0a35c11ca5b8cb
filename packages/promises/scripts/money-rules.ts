/**
 * Five rules of money, each over the billed operations of all four vendors:
 *
 * - 50 workers that begin the same reference at once make one request;
 * - a look-up that finds more records than were ordered picks none and names all;
 * - the call over the limit of a spend guard sends nothing;
 * - processes that share the guard's store share its limit to the last call;
 * - a success that cannot be read says `created_unreadable`, is not sent again, and carries the id where one is in it.
 */
import { createIntents, createSpendGuard, isReconcilable, isSdkError, MemoryStore, type SdkError } from "@x/core";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BilledOperation, billedOperations } from "../src/billed.ts";
import { FileStore } from "../src/file-store.ts";
import { report, seed } from "../src/measure.ts";
import { randomFrom } from "../src/random.ts";
import { startVendor } from "../src/vendor-server.ts";

const random = randomFrom(seed);
const folder = await mkdtemp(join(tmpdir(), "rules-"));
await mkdir(join(folder, "spend"));

async function failure(call: Promise<unknown>): Promise<SdkError | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (isSdkError(error)) return error;
    throw error;
  }
}

async function workers(operation: BilledOperation, store: MemoryStore | FileStore): Promise<boolean> {
  const server = await startVendor(operation, 0, random);
  // Each worker has a client of its own, as each process has; what they share is the store.
  const ends = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const client = operation.connect(server.url, { intents: createIntents({ store }) });
      return await failure(client.request(operation.endpoint, operation.input(1) as never, { reference: "case-1" }));
    }),
  );
  const { requests } = server.asked;
  await server.close();
  const refused = ends.filter((end) => end?.code === "intent_in_flight" || end?.code === "intent_done").length;
  return requests === 1 && refused === 49 && ends.filter((end) => end === undefined).length === 1;
}

let alone = 0;
for (const operation of billedOperations) if (await workers(operation, new MemoryStore())) alone++;
if (await workers(billedOperations[0]!, new FileStore(folder))) alone++;
report({
  id: "same-reference",
  promise:
    "50 workers that begin the same reference at once make one request, for each billed operation, and once more over a store in files",
  wanted: `${billedOperations.length + 1} of ${billedOperations.length + 1} times 1 request`,
  seen: `${alone} of ${billedOperations.length + 1} times 1 request, 49 refused`,
  kept: alone === billedOperations.length + 1,
});

/** A call whose answer is lost and whose look-up shows several records that fit. */
async function ambiguous(operation: BilledOperation, several: number): Promise<boolean> {
  const store = new MemoryStore();
  let posts = 0;
  const records = Array.from({ length: several }, () => ({ n: 1, at: Date.now() }));
  const client = operation.connect("https://vendor.test", {
    intents: createIntents({ store }),
    send: async ({ method, url }) => {
      if (method === operation.endpoint.method) {
        posts++;
        throw Object.assign(new TypeError("lost"), { code: "ECONNRESET" });
      }
      const list = operation.list?.(posts === 0 ? [] : records, new URL(url).searchParams);
      // The same record several times is one that was made several times: each has an id of its own.
      let made = 0;
      return new Response(
        JSON.stringify(list).replace(/(100001\b|sub000000001\b|00000000001\b)/g, (id) => `${id}${made++ % several}`),
      );
    },
  });
  const lost = await failure(client.request(operation.endpoint, operation.input(1) as never, { reference: "case-1" }));
  if (!isReconcilable(lost)) return false;
  const found = await failure(lost.reconcile({ settleMs: 0 }));
  const ids = new Set((found as { ids?: readonly unknown[] } | undefined)?.ids);
  const again = await failure(client.request(operation.endpoint, operation.input(1) as never, { reference: "case-1" }));
  return found?.code === "duplicate_detected" && ids.size === several && posts === 1 && again?.code === "intent_done";
}

const listed = billedOperations.filter(({ list, name }) => list !== undefined && name !== "purchaseRegistryFiling");
let detected = 0;
for (let at = 0; at < 100; at++) {
  const operation = listed[at % listed.length]!;
  if (await ambiguous(operation, 2 + Math.floor(random() * 4))) detected++;
  else console.log("not detected:", operation.name);
}
report({
  id: "duplicates-told",
  promise: `A look-up that finds more records than were ordered picks none, names all, and nothing is sent again (${listed.length} operations)`,
  wanted: "100 of 100",
  seen: `${detected} of 100`,
  kept: detected === 100,
});

let held = 0;
for (const operation of billedOperations) {
  const server = await startVendor(operation, 0, random);
  const spend = createSpendGuard({ store: new MemoryStore(), maxBillable: 3 });
  const client = operation.connect(server.url, { spend });
  const call = async (): Promise<SdkError | undefined> =>
    await failure(client.request(operation.endpoint, operation.input(1) as never));
  for (let at = 0; at < 3; at++) await call();
  const [before, read, opened] = [server.asked.requests, server.ledger.length, server.connections.opened];
  const refused = await Promise.all([call(), call()]);
  // The look that some creates take first is not taken either.
  const silent = server.ledger.length === read && server.connections.opened === opened;
  await server.close();
  if (before === 3 && silent && refused.every((error) => error?.code === "spend_limit" && error.outcome === "not_sent"))
    held++;
  else
    console.log(
      "limit not held:",
      operation.name,
      before,
      server.asked.requests,
      refused.map((error) => error?.code),
    );
}
report({
  id: "spend-limit",
  promise: "The call over the limit of a spend guard sends nothing, for each billed operation",
  wanted: `${billedOperations.length} of ${billedOperations.length}, 0 bytes`,
  seen: `${held} of ${billedOperations.length}, 0 requests and 0 connections`,
  kept: held === billedOperations.length,
});

const [limit, processes] = [45, 8];
const kya = billedOperations.find(({ name }) => name === "createKyaTask")!;
const server = await startVendor(kya, 0, random);
const script = fileURLToPath(new URL("../src/spend-child.ts", import.meta.url));
const codes = await Promise.all(
  Array.from({ length: processes }, async () => {
    const args = [script, server.url, join(folder, "spend"), String(limit)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });
    return await new Promise<number | null>((resolve) => child.once("close", resolve));
  }),
);
const bought = server.asked.requests;
await server.close();
report({
  id: "spend-processes",
  promise: `${processes} processes that want ${processes * 10} billed calls under one limit of ${limit}, over a store in files, make exactly as many as it allows`,
  wanted: `${limit} requests`,
  seen: `${bought} requests`,
  kept: bought === limit && codes.every((code) => code === 0),
});

/** Ways to break an answer that leave it in no doubt that it is broken. */
function broken(text: string): string[] {
  const cuts = Array.from({ length: 14 }, (_, at) =>
    text.slice(0, 1 + Math.floor(((at + random()) / 14) * (text.length - 2))),
  );
  return [...cuts, `${text}}`, `${text}x`, `<!-- ${text}`, text.slice(0, -1)];
}

const named = billedOperations.filter(({ endpoint }) => endpoint.creates !== undefined && endpoint.effect === "create");
const told = { answers: 0, right: 0, withId: 0 };
for (const operation of named) {
  const { creates = "" } = operation.endpoint;
  const field = typeof creates === "string" ? creates : creates.field;
  const text = JSON.stringify(operation.answer(1));
  const member = new RegExp(`"${field}":("[^"]+"(?=.|$)|\\d+(?=[,}]))`);
  const id = JSON.parse(member.exec(text)?.[1] ?? "null") as unknown;
  for (const answer of broken(text)) {
    let posts = 0;
    const client = operation.connect("https://vendor.test", {
      send: async ({ method }) => {
        if (method === "GET") return Response.json(operation.list?.([], new URLSearchParams()) ?? {});
        posts++;
        return new Response(answer);
      },
    });
    const error = await failure(client.request(operation.endpoint, operation.input(1) as never));
    const ids = (error as { createdIds?: readonly unknown[] } | undefined)?.createdIds ?? [];
    const isThere = member.test(answer);
    told.answers++;
    if (isThere) told.withId++;
    if (error?.outcome === "created_unreadable" && posts === 1 && (isThere ? ids[0] === id : ids.length === 0))
      told.right++;
    else console.log("not told:", operation.name, error?.outcome, posts, isThere, ids, answer.slice(0, 80));
  }
}
report({
  id: "created-unreadable",
  promise: `A success that cannot be read says \`created_unreadable\`, is not sent again, and carries the id where the id is in it (${named.length} operations)`,
  wanted: "all of 200 or more broken answers",
  seen: `${told.right} of ${told.answers}, ${told.withId} of them with an id`,
  kept: told.right === told.answers && told.answers >= 200,
});
await rm(folder, { recursive: true, force: true });
