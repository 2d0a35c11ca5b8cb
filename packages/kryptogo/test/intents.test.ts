import { describe, expect, test } from "vitest";
import { kryptogoIntentOf, parseKryptogoCallback } from "../src/callbacks/index.js";
import { createIntents, KryptogoClient, MemoryStore } from "../src/index.js";
import { forgeIdvCallback, forgeSearchTaskCallback } from "../src/testing/index.js";
import { failureOf } from "./support.js";

const link = { workflow_id: 3, country: "TWN", customer_reference: "case-1" } as const;

/** A client that loses its first answer, and the intents of it. */
function world() {
  const intents = createIntents({ store: new MemoryStore() });
  let sent = 0;
  const client = new KryptogoClient({
    baseUrl: "https://kryptogo.test",
    apiKey: "a-key",
    intents,
    send: async () => {
      sent++;
      throw Object.assign(new TypeError("lost"), { code: "ECONNRESET" });
    },
  });
  return { client, intents, sent: () => sent };
}

describe("a callback settles the intent of the call that it is about", () => {
  test("for a verification, which has no other way out of an unknown outcome", async () => {
    const { client, intents, sent } = world();
    expect(await failureOf(client.idv.initMobile(link))).toMatchObject({
      code: "outcome_unknown",
      canReconcile: false,
    });
    expect(await failureOf(client.idv.initMobile(link))).toMatchObject({ code: "intent_in_flight" });
    const { body } = forgeIdvCallback({ idv_task_id: 31, customer_reference: "case-1" });
    expect(await intents.settle(kryptogoIntentOf(parseKryptogoCallback(body)))).toBe(true);
    expect(await failureOf(client.idv.initMobile(link))).toMatchObject({ code: "intent_done", ids: [31] });
    expect(sent()).toBe(1);
  });

  test("for one search of a batch", async () => {
    const { client, intents } = world();
    const target = { type: 1 as const, name: "王又曾", birthday: "1990-06-21" };
    const tasks = ["case-1", "case-2"].map((customer_reference) => ({
      search_setting_id: 1,
      target,
      customer_reference,
    }));
    await failureOf(client.searchTasks.create({ tasks }));
    const { body } = forgeSearchTaskCallback({ task_id: 7, customer_reference: "case-2" });
    expect(await intents.settle(kryptogoIntentOf(parseKryptogoCallback(body)))).toBe(true);
    const key = { vendor: "KryptoGO", operation: "createSearchTasks" };
    expect(await intents.read({ ...key, reference: "case-1" })).toMatchObject({ state: "unknown" });
    expect(await intents.read({ ...key, reference: "case-2" })).toMatchObject({ state: "done", ids: [7] });
  });

  test("and says nothing when it names no reference", () => {
    const { body } = forgeIdvCallback({ customer_reference: null });
    expect(kryptogoIntentOf(parseKryptogoCallback(body))).toBeUndefined();
    expect(kryptogoIntentOf(parseKryptogoCallback('{"other":1}'))).toBeUndefined();
  });
});

test("an operation that takes no reference is named beside its input", async () => {
  const { client, sent } = world();
  const address = { address: "0x72a5843cc08275C8171E582972Aa4fDa8C397B2A" };
  expect(await failureOf(client.kya.create(address))).toMatchObject({
    code: "invalid_input",
    issues: [{ path: "options.reference", code: "missing" }],
  });
  expect(sent()).toBe(0);
  expect(await failureOf(client.kya.create(address, { reference: "wallet-7" }))).toMatchObject({
    code: "outcome_unknown",
  });
});
