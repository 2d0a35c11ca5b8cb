import { createIntents, InputError, isSdkError, KryptogoClient, MemoryStore } from "@x/kryptogo";
import { fixtures, FakeKryptogo, forgeIdvCallback } from "@x/kryptogo/testing";
import { deliverToServer } from "../stand-ins/node-http.ts";
import { callbackRequest, netOf, type Told } from "./scene.ts";
import { keyOfNobody } from "./keys.ts";

/** A desk at KryptoGO with one search and one verification on it. */
export async function kryptogoScene(told: Told) {
  const fake = new FakeKryptogo({
    apiKey: keyOfNobody,
    searchMs: 0,
    verificationMs: 0,
    deliver: async (_, body) => (await deliverToServer({ body })) ?? 200,
  });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const fields = request.url.endsWith("/idv/init") ? await request.clone().text() : "workflow_id";
    // The fake's account has the Jumio engine; an account with Sumsub's takes other fields.
    return fields.includes("workflow_id") ? await fake.fetch(request) : Response.json(fixtures.initIdvWeb.output);
  };
  const net = netOf({ hosts: [], fetch, fixtures }, told);
  const kryptogo = new KryptogoClient({ environment: "production", apiKey: keyOfNobody, fetch: net });
  const seeded = new KryptogoClient({ environment: "production", apiKey: keyOfNobody, fetch: fake.fetch });
  const target = { type: 1 as const, name: "王又曾" };
  const tasks = [{ search_setting_id: 120, target, customer_reference: "case-0" }];
  const [task] = await seeded.searchTasks.create({ tasks });
  const { idv_task_id } = await seeded.idv.initWeb({
    id_type: "ID_CARD",
    workflow_id: 200,
    country: "TWN",
    locale: "zh-HK",
    customer_reference: "case-0",
  });
  // The person goes through the link where the snippet asks for the outcome.
  if (/waitForIdv|sweep/.test(told.code)) fake.submit(idv_task_id);
  const { body } = forgeIdvCallback({ idv_task_id });
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array<number>(2000).fill(0)]);
  const names = {
    apiKey: keyOfNobody,
    kryptogo,
    fake,
    body,
    idv_id: idv_task_id,
    intents: createIntents({ store: new MemoryStore() }),
    openChecks: () => [{ subject: `idv:${idv_task_id}`, since: new Date(Date.now() - 1_200_000) }],
    task: task as NonNullable<typeof task>,
    tasks: [{ ...tasks[0]!, customer_reference: "case-1" }],
    passportJpeg: jpeg,
    selfieJpeg: jpeg,
    request: callbackRequest(body),
    error: await failure(kryptogo),
  };
  return {
    names,
    net: { hosts: ["kryptogo.com", "kryptogo.test"], fetch: net },
    env: { KRYPTOGO_API_KEY: keyOfNobody },
  };
}

async function failure(kryptogo: KryptogoClient): Promise<unknown> {
  try {
    return await kryptogo.searchTasks.create({ tasks: [] });
  } catch (error) {
    return isSdkError(error) ? error : new InputError({} as never, []);
  }
}
