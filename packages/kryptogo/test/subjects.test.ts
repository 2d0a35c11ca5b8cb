import { ManualClock } from "@x/core/testing";
import { expect, test } from "vitest";
import { KryptogoClient } from "../src/client.js";
import { FakeKryptogo } from "../src/testing/index.js";

const hook = "https://hooks.test/";

function start() {
  const clock = new ManualClock();
  const told: string[] = [];
  const deliver = async (url: string): Promise<number> => told.push(url) && 200;
  const fake = new FakeKryptogo({ clock, deliver, callbackUrl: hook });
  const kryptogo = new KryptogoClient({ baseUrl: "https://kryptogo.test", apiKey: "test-token", fetch: fake.fetch });
  const look = () => fake.subjects.map(({ subject, state, actions }) => [subject, state, actions.join(", ")]);
  return { clock, fake, kryptogo, told, look };
}

test("a verification goes from its user to a person, and says at each step what can happen", async () => {
  const { clock, fake, kryptogo, told, look } = start();
  await kryptogo.idv.initMobile({ workflow_id: 3, country: "TWN", expected_name: "Erika Review" });
  expect(look()).toEqual([["idv:11", "waits for its user", "submit, abandon"]]);
  fake.act("idv:11", "submit");
  expect(look()).toEqual([["idv:11", "automatic check under way", ""]]);
  await clock.advance(600);
  expect(look()).toEqual([["idv:11", "a person has to decide", "accept, reject"]]);
  fake.act("idv:11", "reject");
  expect(look()).toEqual([["idv:11", "rejected by a person", "accept, reject"]]);
  // The request named no URL, so the fallback got both.
  expect(told).toEqual([hook, hook]);
});

test("a search is decided once, an address analysis never", async () => {
  const { clock, fake, kryptogo, look } = start();
  await kryptogo.searchTasks.create({ tasks: [{ search_setting_id: 1, target: { type: 1, name: "Jane Example" } }] });
  await kryptogo.kya.create({ address: "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh" });
  expect(look()[0]).toEqual(["search_task:101", "searching, 0 %", ""]);
  await clock.advance(400);
  fake.act("search_task:101", "accept");
  expect(look()).toEqual([
    ["search_task:101", "accepted by a person", ""],
    ["kya:12", "done", ""],
  ]);
  expect(() => fake.act("search_task:101", "reject")).toThrow("Nothing can happen to search_task:101 now.");
  expect(() => fake.act("kya:13", "accept")).toThrow("There is no such subject.");
  expect(() => fake.begin()).toThrow("begins nothing by itself");
});

test("planned faults are listed, and can be taken back", async () => {
  const { fake, kryptogo } = start();
  fake.fail("listSearchTasks", "server-error", 9);
  expect(fake.plannedFaults).toEqual([{ operation: "listSearchTasks", fault: "server-error", times: 9 }]);
  fake.forgive();
  expect((await kryptogo.searchTasks.list({ page_size: 1, page_number: 1 })).data).toEqual([]);
});

test("work on the bill has its invented price", async () => {
  const { fake, kryptogo } = start();
  await kryptogo.kya.create({ address: "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh" });
  expect(fake.billed).toMatchObject([{ operation: "createKyaTask", price: { amount: 10, unit: "invented points" } }]);
});
