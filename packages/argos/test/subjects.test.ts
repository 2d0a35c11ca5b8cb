import { expect, test } from "vitest";
import { ArgosClient } from "../src/client.js";
import { FakeArgos, fakeArgosKey } from "../src/testing/index.js";

test("a submission begins at a liveform, and its applicant and a reviewer move it on", () => {
  const fake = new FakeArgos();
  const subject = fake.begin("submission");
  const look = () => fake.subjects.at(-1);
  expect(look()).toMatchObject({ subject, state: "incomplete", isSettled: false });
  fake.act(subject, "fail a step");
  expect(look()?.state).toBe("incomplete, 1 failed");
  fake.act(subject, "hold");
  expect(look()).toMatchObject({ state: "pending: a person has to decide", actions: ["approve", "reject"] });
  fake.act(subject, "approve");
  expect(look()).toMatchObject({ state: "approved", actions: [] });
  expect(() => fake.begin("verification")).toThrow("begins submissions only");
});

test("a caller with encryption on is answered encrypted, whatever the project's setting is", async () => {
  const fake = new FakeArgos();
  fake.begin("submission");
  const bodies: string[] = [];
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const response = await fake.answerEncrypted(new Request(input, init));
    bodies.push(await response.clone().text());
    return response;
  };
  const argos = new ArgosClient({
    baseUrl: "https://argos.test",
    apiKey: fakeArgosKey,
    encryption: true,
    fetch: answer,
  });
  const found = await argos.submissions.listByUserId({ userid: "user-1" }).toArray({ limit: 5 });
  expect(found).toMatchObject([{ userid: "user-1" }]);
  expect(bodies.join()).not.toContain("user-1");
});
