import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { faultNames, startFaultServer } from "../../src/testing/node/index.js";
import { started, until } from "./harness.js";

test("the ledger holds each request that was fully read, whatever was answered", async () => {
  await using server = await started(["json-500", "rst-after-request"]);
  await fetch(`${server.url}/a?b=1`, { method: "POST", headers: { "X-Key": "k" }, body: "ä" });
  await fetch(`${server.url}/c`).catch(() => undefined);
  expect(server.ledger).toMatchObject([
    { method: "POST", target: "/a?b=1", body: "ä", fault: "json-500", headers: { "x-key": "k" } },
    { method: "GET", target: "/c", body: "", fault: "rst-after-request" },
  ]);
});

test("requests are told apart on one connection, however they are cut: lengths, chunks, one after the other", async () => {
  await using server = await started("ok", { answer: (request: { body: string }) => request.body });
  const socket = connect(server.port, "127.0.0.1");
  await once(socket, "connect");
  const chunked = "POST /1 HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
  const sized = "POST /2 HTTP/1.1\r\ncontent-length: 3\r\n\r\nfgh";
  for (const byte of chunked + sized) socket.write(byte);
  expect(await until(() => server.ledger.length === 2, 2000)).toBe(true);
  socket.end();
  expect((await text(socket)).match(/"\w+"/g)).toEqual(['"abcde"', '"fgh"']);
  expect(server.ledger.map(({ target, connection }) => [target, connection])).toEqual([
    ["/1", 1],
    ["/2", 1],
  ]);
});

test("a request that never ends is not in the ledger", async () => {
  await using server = await started("ok");
  const socket = connect(server.port, "127.0.0.1");
  socket.end("POST /1 HTTP/1.1\r\ncontent-length: 9\r\n\r\nfgh");
  await once(socket.resume(), "close");
  expect(server.ledger).toEqual([]);
});

test("bytes that are not HTTP end the connection and not the server", async () => {
  await using server = await started("ok");
  const socket = connect(server.port, "127.0.0.1");
  socket.on("error", () => undefined).end("hello\r\n\r\n");
  await once(socket.resume(), "close");
  expect((await fetch(server.url)).status).toBe(200);
});

test("a late commit stands in the ledger when it is done, not before; a refusal never does", async () => {
  await using server = await started([{ name: "late-commit", afterMs: 80 }, "429", "ok"]);
  for (let n = 0; n < 3; n++) await fetch(server.url, { method: "POST" }).catch(() => undefined);
  const [late, refused, done] = server.ledger;
  expect(late).not.toHaveProperty("committedAt");
  expect(await until(() => late?.committedAt !== undefined, 1000)).toBe(true);
  expect((late?.committedAt ?? 0) - (late?.at ?? 0)).toBeGreaterThanOrEqual(79);
  expect(refused).not.toHaveProperty("committedAt");
  expect(done?.committedAt).toBe(done?.at);
});

test("a function decides by the request and its number, and a fault may bring its own answer", async () => {
  await using server = await started(({ target }, n) => ({ name: "ok", answer: [target, n] }));
  for (const target of ["/a", "/b"]) expect(await (await fetch(server.url + target)).json()).toContain(target);
  expect(server.ledger.map((entry) => entry.fault)).toEqual(["ok", "ok"]);
});

test("closing it in the middle of any fault leaves nothing open", async () => {
  const open = (): number => process.getActiveResourcesInfo().filter((name) => /^T(?:CP|imeout)/.test(name)).length;
  const before = open();
  for (const fault of faultNames) {
    const server = await startFaultServer({ script: fault });
    const asking = fetch(server.url, { redirect: "manual" }).then(async (answer) => await answer.text());
    await Promise.race([asking.catch(() => undefined), until(() => server.ledger.length > 0, 200)]);
    await server.close();
    await asking.catch(() => undefined);
  }
  expect(await until(() => open() <= before, 2000)).toBe(true);
});
