import { createServer } from "node:http";
import { serve as serveHono } from "@hono/node-server";
import { ArgosClient, argosCipher } from "@x/argos";
import { FakeArgos, forgeEncryptedArgosCallback } from "@x/argos/testing";
import { serve } from "@x/core/testing/node";
import { KryptogoClient, waitForIdv, Waker } from "@x/kryptogo";
import { taskPathProof } from "@x/kryptogo/callbacks";
import { FakeKryptogo, fixtures as kryptogoFixtures } from "@x/kryptogo/testing";
import { KycPortalClient } from "@x/kyc-portal";
import { FakeKycPortal, fixtures as portalFixtures } from "@x/kyc-portal/testing";
import { VerifyVaspClient } from "@x/verifyvasp-kyt";
import { FakeEnclave, fixtures as enclaveFixtures } from "@x/verifyvasp-kyt/testing";
import { kryptogoOnExpress } from "./express.ts";
import { kycPortalOnFastify } from "./fastify.ts";
import { argosOnHono } from "./hono.ts";
import { verifyVaspOnNode } from "./node.ts";
import { POST } from "./next/app/callbacks/[secret]/route.ts";
import { news, receiver } from "./next/receiver.ts";
import { listen, type Scene, until } from "./stage.ts";

const secret = "a-secret-path-of-nobody-0123456789-abcdefgh";

/**
 * Two identities and a search, decided by people: both kinds of callbacks, some of them twice.
 *
 * @param handled - Resolves when what arrived is handled: it is read back, and must not be overtaken by a decision.
 */
async function playKryptogo(
  fake: FakeKryptogo,
  client: KryptogoClient,
  urlOf: (reference: string) => Promise<string>,
  handled: () => Promise<void>,
): Promise<void> {
  const { idv, searchTasks } = client;
  const opened = async (expected_name: string, customer_reference: string): Promise<number> => {
    const callback_url = await urlOf(customer_reference);
    // What it makes of an accepted identity calls back on the same URL.
    const urls = { callback_url, dd_task_callback_url: callback_url };
    const input = { ...kryptogoFixtures.createIdvTask.input, expected_name, customer_reference, ...urls };
    return (await idv.create(input)).idv_task_id;
  };
  fake.failCallbacks("duplicate-callback", 2);
  const first = await opened("REVIEW", "customer-1");
  await opened("Somebody", "customer-2");
  const tasks = kryptogoFixtures.createSearchTasks.input.tasks.slice(0, 1).map((task) => ({
    ...task,
    customer_reference: "customer-3",
  }));
  const callback_url = await urlOf("customer-3");
  const [task] = await searchTasks.create({ tasks: tasks.map((one) => ({ ...one, callback_url })) });
  await until(() => fake.callbacks.length >= 5);
  await fake.idle();
  await handled();
  fake.audit(first, "Accepted");
  fake.decide(task?.task_id ?? 0, true, "No match.");
  await until(() => fake.callbacks.length >= 8);
  await fake.idle();
  await handled();
}

/** KryptoGO, Express 5, a URL for each task. */
export async function expressScene(): Promise<Scene> {
  const key = "a-key-for-task-paths-of-nobody-0123456789";
  const told: string[] = [];
  const wake = new Waker();
  const fake = new FakeKryptogo({ searchMs: 20, verificationMs: 30 });
  const vendor = await serve(fake.answer);
  const client = new KryptogoClient({ baseUrl: vendor.url, apiKey: "test-token" });
  const onEvent = (event: { readonly subject?: string | undefined; readonly verdict?: string }): void =>
    void told.push(`${event.subject?.split(":")[0] ?? "unknown"} ${event.verdict ?? ""}`);
  const { app, receive } = kryptogoOnExpress({ client, onEvent, wake }, key);
  const backend = await listen(createServer(app));
  const proof = taskPathProof(key);
  try {
    const waiting = waitForIdv(client, { idv_id: 1 }, { wake, timeout: 10_000 }).catch(() => undefined);
    const urlOf = async (reference: string): Promise<string> =>
      `${backend.url}/callbacks/kryptogo/${await proof.segment(reference)}`;
    await playKryptogo(fake, client, urlOf, async () => await receive.idle());
    await waiting;
  } finally {
    await backend.close();
    await vendor.close();
  }
  return sceneOf("Express 5, KryptoGO", fake.callbacks, told);
}

/** KryptoGO, a Next route handler, called as Next calls it. */
export async function nextScene(): Promise<Scene> {
  const fake = new FakeKryptogo({ searchMs: 20, verificationMs: 30 });
  const vendor = await serve(fake.answer);
  Object.assign(process.env, { CALLBACK_SECRET: secret, KRYPTOGO_URL: vendor.url, KRYPTOGO_TOKEN: "test-token" });
  const backend = await serve(POST);
  try {
    const client = new KryptogoClient({ baseUrl: vendor.url, apiKey: "test-token" });
    const urlOf = async (): Promise<string> => await Promise.resolve(`${backend.url}/callbacks/${secret}`);
    await playKryptogo(fake, client, urlOf, async () => await receiver().idle());
  } finally {
    await backend.close();
    await vendor.close();
  }
  return sceneOf(
    "Next, KryptoGO",
    fake.callbacks,
    news.map((one) => one.replace(/:\d+/, "")),
  );
}

/** The portal, Fastify 5: a company from its creation to its closing, documents, people, a reopening. */
export async function fastifyScene(): Promise<Scene> {
  const told: string[] = [];
  const fake = new FakeKycPortal({ buildMs: 50 });
  const vendor = await serve(fake.answer);
  const portal = new KycPortalClient({ baseUrl: vendor.url, clientId: "test-client", clientSecret: "test-secret" });
  const { app, receive } = await kycPortalOnFastify(
    { client: portal, onEvent: ({ eventType }) => void told.push(eventType) },
    secret,
  );
  // An event is checked by reading its case: what comes next must not overtake it.
  const settled = async (): Promise<void> => {
    await fake.idle();
    await receive.idle();
  };
  const backend = await app.listen({ port: 0, host: "127.0.0.1" });
  try {
    await portal.sandboxWebhooks.subscribe({
      url: `${backend}/callbacks/kyc-portal/${secret}`,
      event_types: ["*"],
      active: true,
    });
    const created = await portal.companies.create({
      rawname: "EXAMPLE CREAMERY LIMITED",
      codeiso31662: "GB",
      externalCode: "00999001",
    });
    const { caseCommonId } = created.caseDetail.details.common;
    await until(() => fake.webhooks.some(({ eventType }) => eventType === "CaseReady"));
    await settled();
    const [user] = await portal.users.list();
    await portal.users.assign({ caseCommonId, userId: user?.userId ?? 0 });
    await portal.companies.documents.request({ ...portalFixtures.requestCompanyDocuments.input, caseCommonId });
    fake.submitDocuments(caseCommonId);
    await portal.companies.documents.upload({ ...portalFixtures.uploadCompanyDocument.input, caseCommonId });
    await settled();
    await portal.companies.updateStatus({ caseCommonId, status: "Closed" });
    await settled();
    await portal.companies.updateStatus({ caseCommonId, status: "Open" });
    fake.raiseAlert(caseCommonId, "aml_match");
    await settled();
  } finally {
    await app.close();
    await vendor.close();
  }
  return sceneOf("Fastify 5, Know Your Customer", fake.webhooks, told);
}

/** ARGOS, Hono, everything encrypted: applicants who fail, wait for a person, are approved and screened. */
export async function honoScene(): Promise<Scene> {
  const apiKey = "example-key-0123456789abcdefghijklmnopqr";
  const told: string[] = [];
  const cipher = argosCipher(apiKey);
  let argos: ArgosClient | undefined;
  const { app, receive } = argosOnHono(
    {
      cipher,
      client: { submissions: { get: async (input) => (await argos?.submissions.get(input)) ?? null } },
      onEvent: (event) => void told.push(event.kind === "unknown" ? "unknown" : `${event.kind} ${event.state}`),
    },
    secret,
    "127.0.0.1",
  );
  const server = await new Promise<{ url: string; close: () => void }>((resolve) => {
    const running = serveHono({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}/callbacks/argos/${secret}`, close: () => void running.close() }),
    );
  });
  const fake = new FakeArgos({ apiKey, encryption: true, webhookUrl: server.url });
  const vendor = await serve(fake.answer);
  argos = new ArgosClient({ baseUrl: vendor.url, apiKey, encryption: true });
  const settled = async (): Promise<void> => {
    await fake.idle();
    await receive.idle();
  };
  try {
    const [first, second] = ["user-1", "user-2"].map((userid) => fake.open({ userid }));
    await settled();
    fake.retry(first ?? "");
    await settled();
    fake.hold(first ?? "");
    await settled();
    fake.failWebhooks("duplicate");
    fake.decide(first ?? "", "approved");
    await settled();
    fake.decide(second ?? "", "rejected", "timeout");
    await settled();
    await argos.submissions.update({
      submissionId: second ?? "",
      admin: "admin@example.com",
      data: { documentNumber: "05-167-U0815" },
    });
    await argos.submissions.delete({ submission_id: second ?? "", admin_name: "Compliance" });
    await settled();
    const forged = await forgeEncryptedArgosCallback(
      "approved",
      argosCipher("another-key-0123456789abcdefghijklmnopqr"),
    );
    const headers = { "content-type": "application/json" };
    await (await fetch(server.url, { method: "POST", body: forged.body, headers })).body?.cancel();
  } finally {
    server.close();
    await vendor.close();
  }
  return sceneOf("Hono, ARGOS", fake.webhooks, told);
}

/** An enclave, node:http: all five types, copies at the same moment among them. */
export async function nodeScene(): Promise<Scene> {
  const token = "token-of-nobody-0001";
  const told: string[] = [];
  const { server, receive } = verifyVaspOnNode(token, ({ kind }) => void told.push(kind));
  const backend = await listen(server);
  const callbackUrl = `${backend.url}/callbacks/verifyvasp`;
  const fake = new FakeEnclave({ callbackUrl, callbackToken: token, assessmentMs: 20, verificationMs: 5 });
  const enclave = await serve(fake.answer);
  try {
    const { neighbours, kyt } = new VerifyVaspClient({ baseUrl: enclave.url });
    const { verificationUuid } = await neighbours.verifications.create(enclaveFixtures.createVerification.input);
    await until(() => fake.callbacks.length >= 1);
    fake.failCallbacks("duplicate-callback", 2);
    await kyt.requestAssessment({ verificationUuid, network: "Ethereum" });
    await neighbours.screenings.requestWorldCheck({
      ...enclaveFixtures.requestRefinitivWcoAssessment.input,
      verificationUuid,
    });
    const incoming = fake.receiveVerification();
    fake.receiveTxReport(incoming, "8a54d58ca4100112a5430818776d74898f2232770bae03046862575cb851a042");
    fake.receiveErrorReport(fake.receiveVerification());
    await until(() => new Set(fake.callbacks.map(({ callbackType }) => callbackType)).size === 5);
    await until(() => told.filter((kind) => kind === "kyt").length === 2);
    await fake.idle();
    await receive.idle();
  } finally {
    await backend.close();
    await enclave.close();
  }
  return sceneOf("node:http, VerifyVASP", fake.callbacks, told);
}

function sceneOf(name: string, sent: readonly { readonly status: number }[], told: readonly string[]): Scene {
  return { name, sent: sent.length, refused: sent.filter(({ status }) => status !== 200).length, told };
}

/** Every framework's scene. */
export const scenes = [nodeScene, expressScene, fastifyScene, honoScene, nextScene];
