import { describe, expect, test } from "vitest";
import { sendWithFetch, sendWithKy } from "../../src/index.js";
import type { FaultName } from "../../src/testing/node/index.js";
import { failure, started, until } from "./harness.js";
import { call, vendor } from "./vendor.js";

const bombs = ["gzip-bomb", "deep-json", "wide-json", "huge-content-length"] as const satisfies FaultName[];
const cases = bombs.flatMap((bomb) => [
  { bomb, sender: "ky", send: sendWithKy },
  { bomb, sender: "fetch", send: sendWithFetch },
]);

// One after the other: they are weighed.
describe("an answer that is too much is refused", () => {
  test.for(cases)("$bomb by $sender: typed, quick, and without filling memory", async ({ bomb, send }) => {
    await using server = await started(bomb);
    const client = vendor(server.url, { send });
    // The bomb is made, and the code compiled, at the first call.
    await failure(call(client, "getCheck"));
    const scale = weigh();
    const read = await failure(call(client, "getCheck"));
    const order = await failure(call(client, "orderCheck"));
    const grown = scale.stop();

    expect(read.error).toMatchObject({ code: "body_too_large", outcome: "unknown", attempts: 1 });
    expect(order.error).toMatchObject({ code: "body_too_large", outcome: "created_unreadable", attempts: 1 });
    expect(Math.max(read.ms, order.ms)).toBeLessThan(2000);
    expect(grown).toBeLessThan(200);
    // What was not read is not left on the socket either.
    if (bomb === "gzip-bomb" || bomb === "huge-content-length")
      expect(await until(() => server.connections.open === 0, 1000)).toBe(true);
  });

  test("ten bombs at once do not add up to more than ten limits", async () => {
    await using server = await started("gzip-bomb");
    const client = vendor(server.url, { maxResponseBytes: 1024 * 1024 });
    await failure(call(client, "getCheck"));
    const scale = weigh();
    const ends = await Promise.all(Array.from({ length: 10 }, async () => await failure(call(client, "getCheck"))));
    expect(scale.stop()).toBeLessThan(200);
    for (const { error } of ends) expect(error.code).toBe("body_too_large");
  });

  test("an answer that turns out too long still names what was created", async () => {
    const answer = JSON.stringify({ id: 4107, status: "approved", note: "n".repeat(2_000_000) });
    const client = vendor("http://127.0.0.1:9", {
      fetch: async () => new Response(answer),
      maxResponseBytes: 1_000_000,
    });
    const { error } = await failure(call(client, "orderCheck"));
    expect(error).toMatchObject({ code: "body_too_large", outcome: "created_unreadable", createdIds: [4107] });
  });

  test("an answer below the limit is not", async () => {
    const answer = { id: 4107, status: "approved", note: "n".repeat(900_000) };
    await using server = await started("ok", { answer });
    expect(await call(vendor(server.url, { maxResponseBytes: 1_000_000 }), "orderCheck")).toEqual(answer);
  });
});

/** Watches the memory of the process; `stop` tells by how many megabytes it grew at most. */
function weigh(): { stop(): number } {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = (): void => void (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, 5);
  return {
    stop() {
      clearInterval(timer);
      look();
      return (most - before) / 1_000_000;
    },
  };
}
