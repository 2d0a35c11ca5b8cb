import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type IncomingLike, nodeHandler } from "../../src/receiver/node-handler.js";
import { desk, token } from "./receiver-desk.js";

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());
afterEach(() => server?.close());

async function send(
  headers: Record<string, string | string[]>,
  body: string,
  before?: (incoming: IncomingLike & { body?: unknown }) => Promise<void>,
  method = "POST",
) {
  const scene = desk();
  const answer = nodeHandler(scene.receive);
  server = createServer((incoming, outgoing) => {
    void Promise.resolve(before?.(incoming)).then(async () => await answer(incoming, outgoing));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server?.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const seen = await new Promise<Record<string, unknown>>((resolve, reject) => {
    const outgoing = request({ port, host: "127.0.0.1", method, path: "/callbacks", headers }, (incoming) => {
      let text = "";
      incoming.on("data", (chunk) => (text += String(chunk)));
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode,
          text,
          type: incoming.headers["content-type"],
          close: incoming.headers.connection,
        }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
  await scene.receive.idle();
  return { ...seen, handled: scene.handled, errors: scene.errors };
}

const right = { authorization: `Bearer ${token}`, "content-type": "application/json" };

test("a callback over HTTP is answered as the vendor wants it, on a connection that stays", async () => {
  const answer = await send(right, '{"id":"王"}');
  expect(answer).toMatchObject({ status: 200, text: '{"received":true}', type: "application/json", handled: ["王"] });
  expect(answer).toMatchObject({ close: "keep-alive" });
});

test("a body in many pieces is put together", async () => {
  const id = "x".repeat(200_000);
  expect(await send(right, JSON.stringify({ id }))).toMatchObject({ status: 200, handled: [id] });
});

test("two Authorization headers are no proof, although Node shows the first alone", async () => {
  const { authorization, ...rest } = right;
  expect(await send({ ...rest, Authorization: [authorization, authorization] }, '{"id":"1"}')).toMatchObject({
    status: 401,
    handled: [],
  });
});

test("a refusal closes the connection: what was not read must not become the next request", async () => {
  expect(await send({ ...right, authorization: "Bearer wrong" }, '{"id":"1"}')).toMatchObject({
    status: 401,
    text: "",
    close: "close",
  });
  expect(await send(right, "", undefined, "GET")).toMatchObject({ status: 405, close: "close" });
});

test("text or bytes that a parser left are taken", async () => {
  const drained = async (incoming: IncomingLike): Promise<void> =>
    await new Promise((resolve) => {
      incoming.on("data", () => undefined);
      incoming.on("end", resolve);
    });
  for (const body of ['{"id":"1"}', Buffer.from('{"id":"1"}')]) {
    const before = async (incoming: IncomingLike & { body?: unknown }): Promise<void> => {
      await drained(incoming);
      incoming.body = body;
    };
    expect(await send(right, '{"id":"1"}', before)).toMatchObject({ status: 200, handled: ["1"] });
  }
});

test("behind a JSON parser nothing is taken, and the error says what to do", async () => {
  const before = async (incoming: IncomingLike & { body?: unknown }): Promise<void> => {
    await new Promise<void>((resolve) => {
      incoming.on("data", () => undefined);
      incoming.on("end", resolve);
    });
    incoming.body = { id: "1" };
    await new Promise((resolve) => setImmediate(resolve));
  };
  const answer = await send(right, '{"id":"1"}', before);
  expect(answer).toMatchObject({ status: 500, handled: [] });
  expect(String((answer.errors as unknown[])[0])).toContain("Mount the receiver first");
});
