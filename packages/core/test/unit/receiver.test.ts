import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import {
  addressProof,
  basicProof,
  bearerProof,
  gatewayProof,
  headerProof,
  type Proof,
  secretPathProof,
} from "../../src/receiver/proofs.js";
import { createReceiver } from "../../src/receiver/receiver.js";
import { taskPathProof } from "../../src/receiver/task-path.js";
import { SecretSet, sha256 } from "../../src/receiver/secret.js";
import type { ReceiverOptions } from "../../src/receiver/types.js";
import { call, desk, type News, parts, token } from "./receiver-desk.js";

describe("a receiver is not built", () => {
  const refusalOf = (options: Partial<ReceiverOptions<News>>): unknown => {
    try {
      createReceiver(parts, { onEvent: () => undefined, ...options });
    } catch (error) {
      expect((error as { code: string }).code).toBe("invalid_configuration");
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("canary");
      return (error as { issues: { path: string }[] }).issues.map(({ path }) => path);
    }
    return [];
  };

  test.each<[string, Partial<ReceiverOptions<News>>, string[]]>([
    ["without a proof", {}, ["proofs"]],
    ["with an empty list of proofs", { proofs: [] }, ["proofs"]],
    ["with an address alone", { proofs: [addressProof("10.0.0.7")] }, ["proofs"]],
    ["with an empty token", { proofs: [bearerProof("")] }, ["proofs.bearer"]],
    ["with a token that was not set", { proofs: [bearerProof(undefined as never)] }, ["proofs.bearer"]],
    ["with no token", { proofs: [bearerProof()] }, ["proofs.bearer"]],
    ["with one token of two empty", { proofs: [headerProof("x-key", token, "")] }, ["proofs.header"]],
    ["with a header that is none", { proofs: [headerProof("x key", token)] }, ["proofs.header.name"]],
    ["with a short path", { proofs: [secretPathProof("canary")] }, ["proofs.secretPath"]],
    ["without a password", { proofs: [basicProof({ user: "canary", password: "" })] }, ["proofs.basic.password"]],
    ["with another word for no proof", { unauthenticated: "yes" as never }, ["unauthenticated"]],
    [
      "with a proof and without one",
      { proofs: [bearerProof(token)], unauthenticated: "private-network" },
      ["unauthenticated"],
    ],
    ["without work", { proofs: [bearerProof(token)], onEvent: undefined as never }, ["onEvent"]],
    ["with a queue that takes nothing", { proofs: [bearerProof(token)], handOver: {} as never }, ["handOver"]],
    ["with a short key for paths", { proofs: [taskPathProof("canary")] }, ["proofs.taskPath"]],
    ["with a gateway that says nothing", { proofs: [gatewayProof(undefined as never)] }, ["proofs.gateway"]],
    ["with a time of zero", { proofs: [bearerProof(token)], rememberMs: 0 }, ["rememberMs"]],
  ])("%s", (_, options, paths) => {
    expect(refusalOf(options)).toEqual(paths);
  });

  test("from Object.prototype", () => {
    Object.defineProperty(Object.prototype, "unauthenticated", { value: "private-network", configurable: true });
    try {
      expect(refusalOf({})).toEqual(["proofs"]);
    } finally {
      delete (Object.prototype as { unauthenticated?: unknown }).unauthenticated;
    }
  });

  test("unless a private network is named as the proof", async () => {
    const { receive, handled } = desk({ proofs: undefined, unauthenticated: "private-network" });
    expect((await receive(call({ headers: { authorization: "" } }))).status).toBe(200);
    await receive.idle();
    expect(handled).toEqual(["1"]);
  });
});

describe("a request is refused, the cheap way first", () => {
  const endless = (): ReadableStream<Uint8Array> =>
    new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536).fill(32)) });

  test.each<[string, Request, number]>([
    ["another method", new Request("https://app.test/callbacks"), 405],
    ["another content type", call({ headers: { "content-type": "multipart/form-data; boundary=x" } }), 415],
    ["something that only sounds like JSON", call({ headers: { "content-type": "application/jsonp" } }), 415],
    ["a compressed body", call({ headers: { "content-encoding": "gzip" } }), 415],
    ["a declared length beyond 256 KiB", call({ headers: { "content-length": "262145" } }), 413],
    ["a declared length that is none", call({ headers: { "content-length": "many" } }), 413],
    ["no proof", call({ headers: { authorization: "" } }), 401],
    ["an endless body", call({}, endless()), 413],
    ["bytes that are no UTF-8", call({}, new Blob([new Uint8Array([0xff, 0xfe])]).stream()), 400],
    ["a body that is no JSON", call({}, "<html>"), 400],
  ])("%s", async (_, request, status) => {
    const { receive, handled, events } = desk();
    const response = await receive(request);
    expect([response.status, await response.text(), handled]).toEqual([status, "", []]);
    expect(events).toMatchObject([{ vendor: "vendor", status }]);
  });

  test.each(["application/json", "application/json; charset=utf-8", "application/problem+json"])(
    "but not with the type %s",
    async (type) => {
      expect((await desk().receive(call({ headers: { "content-type": type } }))).status).toBe(200);
    },
  );

  test("without its body being read when it proves nothing", async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      { pull: (stream) => (pulled++, stream.enqueue(new Uint8Array(10))) },
      { highWaterMark: 0 },
    );
    expect((await desk().receive(call({ headers: { authorization: "Bearer wrong" } }, body))).status).toBe(401);
    expect(pulled).toBe(0);
  });

  test("when its body does not arrive within four seconds", async () => {
    vi.useFakeTimers();
    try {
      // Without a proof to compute: real cryptography does not wait for a fake clock.
      const open = desk({ proofs: undefined, unauthenticated: "private-network" });
      const answer = open.receive(call({}, new ReadableStream()));
      await vi.advanceTimersByTimeAsync(4001);
      expect((await answer).status).toBe(408);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a proof", () => {
  const path = "k".repeat(43);
  const proven = async (
    proofs: readonly Proof[],
    headers: Record<string, string>,
    url?: string,
    remoteAddress?: string,
  ) => {
    const { receive } = desk({ proofs });
    const request = call({ headers: { authorization: "", ...headers }, ...(url === undefined ? {} : { url }) });
    return (await receive(request, { remoteAddress })).status;
  };

  test.each<[string, Proof[], Record<string, string>, number]>([
    ["the bearer token", [bearerProof("a-1")], { authorization: "Bearer a-1" }, 200],
    ["its scheme in another case", [bearerProof("a-1")], { authorization: "bearer a-1" }, 200],
    ["the token without its scheme", [bearerProof("a-1")], { authorization: "a-1" }, 401],
    ["another token", [bearerProof("a-1")], { authorization: "Bearer a-2" }, 401],
    ["the beginning of the token", [bearerProof("a-1")], { authorization: "Bearer a-" }, 401],
    ["the token and more", [bearerProof("a-1")], { authorization: "Bearer a-1 b" }, 401],
    ["the old token while it changes", [bearerProof("new-1", "old-1")], { authorization: "Bearer old-1" }, 200],
    ["the new token while it changes", [bearerProof("new-1", "old-1")], { authorization: "Bearer new-1" }, 200],
    ["both tokens at once", [bearerProof("new-1", "old-1")], { authorization: "Bearer new-1, Bearer old-1" }, 401],
    ["a bare header", [headerProof("X-Api-Key", "a-1")], { "x-api-key": "a-1" }, 200],
    ["a bare header with a scheme", [headerProof("X-Api-Key", "a-1")], { "x-api-key": "Bearer a-1" }, 401],
    ["a bare token in Authorization", [headerProof("Authorization", "a-1")], { authorization: "a-1" }, 200],
    ["another header", [headerProof("X-Api-Key", "a-1")], { "x-api-token": "a-1" }, 401],
    ["user and password", [basicProof({ user: "u", password: "p" })], { authorization: "Basic dTpw" }, 200],
    ["another password", [basicProof({ user: "u", password: "p" })], { authorization: "Basic dTpx" }, 401],
    ["one of two proofs", [bearerProof("a-1"), headerProof("x-key", "b-1")], { authorization: "Bearer a-1" }, 401],
    [
      "both of two proofs",
      [bearerProof("a-1"), headerProof("x-key", "b-1")],
      { authorization: "Bearer a-1", "x-key": "b-1" },
      200,
    ],
  ])("%s", async (_, proofs, headers, status) => {
    expect(await proven(proofs, headers)).toBe(status);
  });

  test("the secret at the end of the path", async () => {
    const proofs = [secretPathProof(path)];
    expect(await proven(proofs, {}, `https://app.test/callbacks/${path}`)).toBe(200);
    expect(await proven(proofs, {}, `https://app.test/callbacks/${path}?x=1`)).toBe(200);
    expect(await proven(proofs, {}, `https://app.test/callbacks/${path}/`)).toBe(401);
    expect(await proven(proofs, {}, `https://app.test/callbacks?${path}`)).toBe(401);
  });

  test("the peer's address beside another proof, and never from a header", async () => {
    const proofs = [bearerProof("a-1"), addressProof("10.0.0.7")];
    const headers = { authorization: "Bearer a-1" };
    expect(await proven(proofs, headers, undefined, "10.0.0.7")).toBe(200);
    expect(await proven(proofs, headers, undefined, "::ffff:10.0.0.7")).toBe(200);
    expect(await proven(proofs, headers, undefined, "10.0.0.8")).toBe(401);
    expect(await proven(proofs, { ...headers, "x-forwarded-for": "10.0.0.7" })).toBe(401);
  });

  test("is compared in full, whichever of many secrets is given", async () => {
    const set = new SecretSet(["a", "b", "c"]);
    expect(
      await Promise.all(["a", "b", "c", "", "ab", null, undefined].map(async (one) => await set.has(one))),
    ).toEqual([true, true, true, false, false, false, false]);
    expect(await sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

test("nothing of the receiver reaches the code that sends requests", () => {
  const source = join(dirname(new URL(import.meta.url).pathname), "../../src");
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, target = ""] of text.matchAll(
      /^(?:import|export)\s+(?!type)(?:[^'";]*?\sfrom\s+)?["'](\.[^"']+)["']/gm,
    ))
      visit(join(dirname(file), target.replace(/\.js$/, ".ts")));
  };
  for (const file of ["receiver/receiver.ts", "receiver/proofs.ts", "store/mailbox.ts", "store/redis-store.ts"])
    visit(join(source, file));
  const names = [...seen].map((file) => file.slice(source.length + 1));
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => /^(?:send\/|(?:transport|call|client|configure.*)\.ts)/.test(name))).toEqual([]);
});
