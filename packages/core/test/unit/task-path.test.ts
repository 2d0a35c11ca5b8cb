import { describe, expect, test } from "vitest";
import { taskPathProof } from "../../src/receiver/task-path.js";
import { call, desk, type News } from "./receiver-desk.js";

const key = "key-of-nobody-0123456789-abcdefghi";

async function outcome(segment: string, reference: string | null, ...keys: string[]) {
  const tell = (event: News) => ({ event, state: "", rank: 0, final: false, reference });
  const { receive, jobs } = desk({ proofs: [taskPathProof(...keys)] }, { tell });
  const { status } = await receive(call({ url: `https://app.test/callbacks/${segment}` }));
  await receive.idle();
  return [status, ...jobs];
}

describe("a secret path of one task", () => {
  test("is 44 characters that a URL takes, the same each time, and tells nothing of the reference", async () => {
    const proof = taskPathProof(key);
    const segment = await proof.segment("customer-0001");
    expect(segment).toMatch(/^[\w-]{44}$/);
    expect(await proof.segment("customer-0001")).toBe(segment);
    expect(await proof.segment("customer-0002")).not.toBe(segment);
  });

  test("brings the record of its own task", async () => {
    const segment = await taskPathProof(key).segment("customer-0001");
    expect(await outcome(segment, "customer-0001", key)).toEqual([200, "delivered"]);
    expect(await outcome(`${segment}?x=/1`, "customer-0001", key)).toEqual([200, "delivered"]);
  });

  test("brings no record of another task, whoever has it", async () => {
    const segment = await taskPathProof(key).segment("customer-0001");
    expect(await outcome(segment, "customer-0002", key)).toEqual([200, "foreign"]);
    expect(await outcome(segment, null, key)).toEqual([200, "foreign"]);
  });

  test("cannot be made without the key, and not out of two others", async () => {
    const proof = taskPathProof(key);
    const [one, two] = [await proof.segment("1"), await proof.segment("2")];
    for (const segment of [
      one.slice(0, 22) + two.slice(22),
      one.slice(1),
      `${one}A`,
      one.slice(0, 22),
      one.slice(0, 43) + (one.endsWith("A") ? "B" : "A"),
      "",
      "A".repeat(44),
      await taskPathProof(`${key}x`).segment("1"),
    ])
      expect(await outcome(segment, "1", key)).toEqual([401]);
  });

  test("made with the old key holds while keys change", async () => {
    const segment = await taskPathProof(key).segment("1");
    expect(await outcome(segment, "1", `${key}-new`, key)).toEqual([200, "delivered"]);
    expect(await outcome(segment, "1", `${key}-new`)).toEqual([401]);
  });
});
