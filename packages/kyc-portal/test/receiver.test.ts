import { describe, expect, test } from "vitest";
import {
  basicProof,
  createKycPortalReceiver,
  InProcessQueue,
  type JobEvent,
  type KycPortalReceiverEvent,
  type KycPortalReceiverOptions,
  secretPathProof,
} from "../src/callbacks/index.js";
import { KycPortalClient, sendWithFetch } from "../src/index.js";
import { FakeKycPortal, fixtures, forgeKycPortalEvent } from "../src/testing/index.js";

const secret = "s".repeat(43);
const url = `https://app.test/callbacks/${secret}`;

/** A portal, a client, and a receiver that the portal's webhooks reach. */
function stage(options: Partial<KycPortalReceiverOptions> = {}) {
  const told: string[] = [];
  const events: KycPortalReceiverEvent[] = [];
  const jobs: JobEvent["outcome"][] = [];
  const dead: string[] = [];
  const send = async (to: string, body: string, headers: Record<string, string> = {}): Promise<number> => {
    const init = { method: "POST", body, headers: { "content-type": "application/json", ...headers } };
    return (await receive(new Request(to, init))).status;
  };
  const fake = new FakeKycPortal({ webhookUrl: url, deliver: async (to, body) => await send(to, body), buildMs: 20 });
  const client = new KycPortalClient({
    baseUrl: "https://portal.test",
    clientId: "test-client",
    clientSecret: "test-secret",
    fetch: fake.fetch,
    send: sendWithFetch,
  });
  const receive = createKycPortalReceiver({
    proofs: [secretPathProof(secret)],
    client,
    handOver: new InProcessQueue({ retryDelays: [1, 1] }),
    onEvent: (event) => {
      events.push(event);
      if (event.eventType === "unknown") told.push("unknown");
      else {
        const { statusId, caseDecision } = event.record.caseDetail.details.common;
        told.push(`${event.eventType} ${statusId ?? ""} ${caseDecision ?? "-"}`);
      }
    },
    onJob: ({ outcome }) => jobs.push(outcome),
    onDeadLetter: (job) => void dead.push(job.data),
    ...options,
  });
  const settled = async (): Promise<void> => {
    await fake.idle();
    await receive.idle();
  };
  return { fake, client, receive, send, settled, told, events, jobs, dead };
}

const pause = async (ms: number): Promise<void> => await new Promise((resolve) => setTimeout(resolve, ms));

async function built({ client, settled }: ReturnType<typeof stage>): Promise<number> {
  const company = { rawname: "EXAMPLE CREAMERY LIMITED", codeiso31662: "GB", externalCode: "00999001" };
  const created = await client.companies.create(company);
  await pause(60);
  await settled();
  return created.caseDetail.details.common.caseCommonId;
}

describe("a webhook", () => {
  test("brings the case as the portal has it", async () => {
    const scene = stage();
    const caseCommonId = await built(scene);
    await scene.client.companies.updateStatus({ caseCommonId, status: "Closed" });
    await scene.settled();
    expect(scene.told.filter((one) => !one.startsWith("AmlMatch"))).toEqual([
      expect.stringMatching(/^CaseCreated /) as string,
      "CaseReady 3 -",
      "CaseClosed 3 Accepted",
    ]);
    expect(scene.events[0]).toMatchObject({ caseCommonId, subject: `case:${caseCommonId}` });
  });

  test("that is of no use is acknowledged all the same, and handed on as unknown", async () => {
    const scene = stage();
    for (const body of [
      '{"eventType":"Other","body":{}}',
      '{"eventType":"CaseReady","body":{"caseCommonId":"x"}}',
      "{}",
    ])
      expect(await scene.send(url, body)).toBe(200);
    expect(await scene.send(url, "<html>")).toBe(400);
    await scene.settled();
    expect(scene.told).toEqual(["unknown", "unknown", "unknown"]);
  });

  test("may be proven by HTTP Basic, as production can be set to", async () => {
    const scene = stage({ proofs: [basicProof({ user: "portal", password: "password-of-nobody" })] });
    const { body } = forgeKycPortalEvent("CaseCreated");
    const authorization = `Basic ${btoa("portal:password-of-nobody")}`;
    expect(await scene.send("https://app.test/hooks", body, { authorization })).toBe(200);
    expect(await scene.send("https://app.test/hooks", body)).toBe(401);
  });

  test("of each document is handed on, with the id that it named", async () => {
    const scene = stage();
    const caseCommonId = String(await built(scene));
    const before = scene.told.length;
    for (const documentId of ["1", "2", "1"])
      await scene.send(url, forgeKycPortalEvent("DocumentUploaded", { caseCommonId, documentId }).body);
    await scene.settled();
    expect(scene.events.slice(before)).toMatchObject([{ documentId: 1 }, { documentId: 2 }]);
  });

  test("about a person is read where persons are, also when it does not say so", async () => {
    const scene = stage();
    const created = await scene.client.individuals.create(fixtures.createIndividual.input);
    const { caseCommonId } = created.caseDetail.details.common;
    await pause(60);
    await scene.settled();
    const before = scene.told.length;
    const { body } = forgeKycPortalEvent("AmlMatch", { caseCommonId: String(caseCommonId), caseType: undefined });
    await scene.send(url, body);
    await scene.settled();
    expect(scene.told.slice(before)).toHaveLength(1);
  });
});

describe("a forged webhook", () => {
  test("of a decision that nobody made is read three times, and given up", async () => {
    const scene = stage();
    const caseCommonId = String(await built(scene));
    const before = scene.told.length;
    const { body } = forgeKycPortalEvent("CaseClosed", { caseCommonId, caseDecision: "Accepted" });
    expect(await scene.send(url, body)).toBe(200);
    await scene.settled();
    expect([scene.told.slice(before), scene.dead.length]).toEqual([[], 1]);
  });
});

test("a webhook that was lost is found by a sweep, and then no news", async () => {
  const scene = stage({ proofs: [secretPathProof("t".repeat(43))] });
  const caseCommonId = await built(scene);
  const pending = [{ subject: `case:${caseCommonId}`, since: new Date(0) }];
  expect(await scene.receive.sweep(pending)).toMatchObject({ read: 1, delivered: 1 });
  expect(await scene.receive.sweep(pending)).toMatchObject({ read: 1, delivered: 0 });
  expect(scene.told).toEqual(["swept 3 -"]);
});

test("a receiver without a proof is not built", () => {
  const { client } = stage();
  expect(() => createKycPortalReceiver({ client, onEvent: () => undefined })).toThrow("proofs is missing");
});
