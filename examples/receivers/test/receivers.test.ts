import { expect, test } from "vitest";
import { kycPortalOnFastify } from "../src/fastify.ts";
import { expressScene, fastifyScene, honoScene, nextScene, nodeScene } from "../src/scenes.ts";

const sorted = (told: readonly string[]): string[] => told.toSorted();

test("node:http takes all five types of an enclave, each once", async () => {
  const { refused, sent, told } = await nodeScene();
  expect(sorted(told)).toEqual(["error_report", "kyt", "kyt", "tx_report", "verification_result", "wco"]);
  expect([refused, sent]).toEqual([0, 8]);
});

const kryptogo = [
  "idv accepted",
  "idv accepted",
  "idv review",
  "search_task accepted",
  "search_task undecided",
  "search_task undecided",
];

test("Express takes both kinds of KryptoGO on one route, each change once", async () => {
  const { refused, sent, told } = await expressScene();
  expect(sorted(told)).toEqual(kryptogo);
  expect([refused, sent]).toEqual([0, 8]);
});

test("a route handler of Next does the same", async () => {
  const { refused, sent, told } = await nextScene();
  expect(sorted(told)).toEqual(kryptogo);
  expect([refused, sent]).toEqual([0, 8]);
});

test("Fastify takes every event that the fake portal sends", async () => {
  const { refused, sent, told } = await fastifyScene();
  expect(sorted(told)).toEqual([
    "AmlMatch",
    "CaseAssigned",
    "CaseClosed",
    "CaseCreated",
    "CaseReady",
    "CaseReopened",
    "CaseRequestSubmitted",
    "DocumentUploaded",
    "DocumentsRequested",
  ]);
  expect([refused, sent]).toEqual([0, 9]);
});

test("Fastify's own parsers are left alone elsewhere", async () => {
  const never = async (): Promise<never> => await Promise.reject(new Error("not asked for"));
  const client = { companies: { get: never }, individuals: { get: never } };
  const { app } = await kycPortalOnFastify({ client, onEvent: () => undefined }, "s".repeat(43));
  const answer = await app.inject({ method: "POST", url: "/echo", payload: { a: 1 } });
  expect(answer.json()).toEqual({ a: 1 });
  await app.close();
});

test("Hono takes every encrypted webhook that the fake ARGOS sends, and no forged one", async () => {
  const { refused, sent, told } = await honoScene();
  expect(sorted(told)).toEqual([
    "approved approved",
    "created incomplete",
    "created incomplete",
    "delete rejected",
    "rejected rejected",
    "retry incomplete",
    "submit pending",
    "updated rejected",
  ]);
  expect([refused, sent]).toEqual([0, 9]);
});
