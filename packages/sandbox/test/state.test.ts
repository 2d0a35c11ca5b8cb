import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { KycPortalClient } from "@x/kyc-portal";
import { fixtures } from "@x/verifyvasp-kyt/testing";
import { keys, type Sandbox } from "../src/index.js";
import { kryptogoAt, search, start, tell } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "sandbox-state-"));
afterAll(() => rmSync(folder, { recursive: true }));

const standing = ({ stage }: Sandbox) =>
  stage.desk().vendors.map(({ subjects }) => subjects.map(({ subject, state }) => `${subject} ${state}`));

test("a second sandbox goes on where the first ended: ids, decisions, bill and time", async () => {
  const state = join(folder, "one.jsonl");
  const first = await start({ state });
  await kryptogoAt(first.url).searchTasks.create(search());
  const portal = new KycPortalClient({ baseUrl: `${first.url}/kyc-portal`, ...keys["kyc-portal"] });
  await portal.companies.create({ rawname: "EXAMPLE CREAMERY LIMITED", codeiso31662: "GB" });
  const wire = fixtures.createVerification.wire.body;
  await fetch(`${first.url}/verifyvasp/v1/verifications`, { method: "POST", body: JSON.stringify(wire) });
  await first.stage.clock.advance(3_600_000);
  await tell(first.url, "act", { vendor: "kryptogo", subject: "search_task:101", action: "reject" });
  await tell(first.url, "begin", { vendor: "argos", beginning: "submission" });
  const [before, bill, time] = [standing(first), first.stage.bill(), first.stage.clock.now()];
  expect(before.flat().length).toBeGreaterThan(5);
  await first.close();

  const second = await start({ state });
  expect(standing(second)).toEqual(before);
  expect(second.stage.bill()).toEqual(bill);
  expect(second.stage.clock.now()).toBeGreaterThanOrEqual(time);
  await second.close();

  // Doing it again is not done once more.
  const third = await start({ state });
  expect(standing(third)).toEqual(before);
  expect(await kryptogoAt(third.url).searchTasks.create(search())).toMatchObject([{ task_id: 102 }]);
});

test("callbacks are not sent again", async () => {
  const state = join(folder, "two.jsonl");
  let sent = 0;
  const deliver = async () => (sent++, 200);
  const first = await start({ state, deliver });
  first.stage.setCallbackUrl("argos", "https://hooks.test/");
  first.stage.begin("argos", "submission");
  await first.stage.idle();
  expect(sent).toBe(1);
  await first.close();
  await start({ state, deliver });
  expect(sent).toBe(1);
});

test("a refused request is not let in the second time", async () => {
  const state = join(folder, "three.jsonl");
  const first = await start({ state });
  const body = '[{"search_setting_id":1,"target":{"type":1,"name":"A"}}]';
  await fetch(`${first.url}/kryptogo/task`, { method: "POST", body, headers: { "GOFACT-API-TOKEN": "wrong" } });
  await first.close();
  expect(standing(await start({ state })).flat()).toEqual([]);
});

test("beginning anew empties the file", async () => {
  const state = join(folder, "four.jsonl");
  const { stage } = await start({ state });
  stage.begin("argos", "submission");
  expect(readFileSync(state, "utf8").split("\n").length).toBe(3);
  stage.reset();
  expect(readFileSync(state, "utf8").split("\n").length).toBe(2);
});

test("the file is its owner's alone; without one nothing is kept", async () => {
  const state = join(folder, "five.jsonl");
  await start({ state });
  expect(statSync(state).mode & 0o777).toBe(0o600);
});

test("another file is refused, and left alone", async () => {
  const state = join(folder, "notes.txt");
  writeFileSync(state, "my notes\n");
  await expect(start({ state })).rejects.toThrow("is no state file of a sandbox");
  expect(readFileSync(state, "utf8")).toBe("my notes\n");
});
