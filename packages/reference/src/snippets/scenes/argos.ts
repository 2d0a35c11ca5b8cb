import { ArgosClient, argosCipher } from "@x/argos";
import { createArgosReceiver, parseArgosCallback, secretPathProof } from "@x/argos/callbacks";
import { fixtures, FakeArgos, forgeArgosCallback, forgeEncryptedArgosCallback } from "@x/argos/testing";
import { deliverToServer } from "../stand-ins/node-http.ts";
import { keyOfNobody, secretOfNobody } from "./keys.ts";
import { callbackRequest, netOf, type Told } from "./scene.ts";

/** An ARGOS project with one approved applicant; encrypted where the snippet says so. */
export async function argosScene(told: Told) {
  const encryption = /encryption: true|openArgosCallback/.test(told.code);
  const fake = new FakeArgos({
    apiKey: keyOfNobody,
    encryption,
    deliver: async (_, body) => (await deliverToServer({ body })) ?? 200,
  });
  const id = fake.open({ userid: "user-7", full_name: "Hong Gildong" });
  fake.decide(id, "approved");
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    return await fake.fetch(new Request(request.url.replace("/v3/", "/"), request));
  };
  const net = netOf({ hosts: [], fetch, fixtures }, told);
  const argos = new ArgosClient({ environment: "production", apiKey: keyOfNobody, encryption, fetch: net });
  const cipher = argosCipher(keyOfNobody);
  const plain = forgeArgosCallback("approved", { submission_id: id });
  const refused = { status: "rejected", commentCode: "timeout" } as const;
  const sealed = await forgeEncryptedArgosCallback("approved", cipher, { submission_id: id });
  fake.allow(false);
  const error: unknown = await argos.submissions.list({}).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  fake.allow(true);
  const callback = parseArgosCallback(
    forgeArgosCallback("rejected", { submission_id: id, kyc_result: { ...refused } }).body,
  );
  if (callback.kind !== "rejected") throw new Error("the forged callback is not a rejection");
  const jobs: string[] = [];
  const receive = createArgosReceiver({
    proofs: [secretPathProof(secretOfNobody)],
    client: argos,
    handOver: (job) => void jobs.push(JSON.stringify(job)),
    onEvent: () => undefined,
  });
  await receive(callbackRequest(plain.body));
  const names = {
    apiKey: keyOfNobody,
    argos,
    fake,
    id,
    insertJob: async (job: string) => await Promise.resolve(void jobs.push(job)),
    dueJobs: async () => await Promise.resolve(jobs),
    callback,
    captured: JSON.parse(sealed.body) as { data: string },
    capturedWebhook: JSON.parse(sealed.body) as { data: string },
    submission: fake.submissions[0]!,
    request: callbackRequest(encryption ? sealed.body : plain.body),
    error,
  };
  return {
    names,
    net: { hosts: ["argosidentity.com", "argos.test"], fetch: net },
    env: { ARGOS_API_KEY: keyOfNobody },
  };
}
