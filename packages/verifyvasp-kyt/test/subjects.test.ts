import { ManualClock } from "@x/core/testing";
import { expect, test } from "vitest";
import { FakeEnclave } from "../src/testing/index.js";

test("a deposit begins at another VASP, which then reports its transaction or gives up", () => {
  const fake = new FakeEnclave({ clock: new ManualClock() });
  const subject = fake.begin("verification of a deposit");
  const look = () => fake.subjects.at(-1);
  expect(look()).toMatchObject({
    subject,
    kind: "verification, you receive",
    state: "VERIFIED",
    actions: ["report transaction", "report error"],
  });
  fake.act(subject, "report transaction");
  expect(look()).toMatchObject({ state: "VERIFIED, transaction reported", actions: ["report error"] });
  fake.act(subject, "report error");
  expect(look()).toMatchObject({ state: "ERROR, BLACKLISTED, transaction reported", actions: [] });
  expect(() => fake.act(subject, "report error")).toThrow("Nothing can happen");
});
