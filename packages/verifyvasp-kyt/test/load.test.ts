import { expect, test } from "vitest";
import { bearerProof, createVerifyVaspReceiver, MemoryStore } from "../src/callbacks/index.js";
import { forgeKytCallback } from "../src/testing/index.js";
import type { StormReport } from "./sender.ts";
import { bodiesWithCopies, storm } from "./storm.ts";

const token = "token-of-nobody-0001";
const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };

function receiver() {
  const handled = new Map<string, number>();
  const receive = createVerifyVaspReceiver({
    proofs: [bearerProof(token)],
    store: new MemoryStore(),
    onEvent: async (callback) => {
      await Promise.resolve();
      const key = callback.subject ?? callback.kind;
      handled.set(key, (handled.get(key) ?? 0) + 1);
    },
  });
  return { receive, handled };
}

const bodyOf = (n: number): string => forgeKytCallback({ kyt: { requestId: `request-${n}` } }).body;

/** The times are printed and not judged: others work on the machine too. */
function told(report: StormReport): StormReport {
  console.log(JSON.stringify(report));
  return report;
}

test("10,000 callbacks, three in ten of them copies, 50 at a time: each handled once, each answered 200", async () => {
  const { receive, handled } = receiver();
  const report = told(await storm(receive, headers, bodiesWithCopies(bodyOf, 10_000, 3000), 50));
  await receive.idle();
  expect([report.answers, report.wrong, handled.size]).toEqual([10_000, 0, 7000]);
  expect([...handled.values()].every((times) => times === 1)).toBe(true);
}, 60_000);

test("200 copies of one callback at the same moment: handled once, each answered 200", async () => {
  const { receive, handled } = receiver();
  const others = Array.from({ length: 200 }, (_, n) => bodyOf(n));
  const copies = Array.from({ length: 200 }, () => bodyOf(999));
  const report = told(await storm(receive, headers, copies, 200, others));
  await receive.idle();
  expect([report.answers, report.wrong, handled.get("kyt:request-999")]).toEqual([200, 0, 1]);
}, 60_000);
