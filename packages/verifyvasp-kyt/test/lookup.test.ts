import { describe, expect, test } from "vitest";
import { isOutcomeUnknown } from "../src/index.js";
import { fixtures } from "../src/testing/index.js";
import { connect, failureOf } from "./support.js";

const { input } = fixtures.createVerification;
const uuid = "8557f2b2-985e-431f-8d52-000000000001";
const other = "8557f2b2-985e-431f-8d52-000000000002";
const verification = (verificationUuid: string, fields: object = {}): object => ({
  verificationUuid,
  assetInfo: input.assetInfo,
  createdAt: new Date().toISOString(),
  ...fields,
});

/** Sends a request whose answer is lost, and looks it up once; pages are what the enclave lists. */
async function lookUp(...pages: readonly (readonly object[])[]): Promise<unknown> {
  const { client } = connect((request) => {
    if (request.method === "POST") return new Response(null, { status: 504 });
    const page = Number(new URL(request.url).searchParams.get("page"));
    return Response.json({ verifications: pages[page - 1] ?? [], page, rpp: 100, count: (pages.length - 1) * 100 + 1 });
  });
  const error = await failureOf(client.neighbours.verifications.create(input));
  if (!isOutcomeUnknown(error)) throw error;
  return await error.reconcile({ settleMs: 0 }).catch((failure: unknown) => failure);
}

describe("a lost verification", () => {
  test("was created when the enclave lists it", async () => {
    expect(await lookUp([verification(uuid)])).toMatchObject({ status: "created", value: { verificationUuid: uuid } });
  });

  test("was not created when the enclave lists an older one, or another amount", async () => {
    const older = verification(uuid, { createdAt: new Date(Date.now() - 60_000).toISOString() });
    const larger = verification(other, { assetInfo: { ...input.assetInfo, amount: "999.5" } });
    expect(await lookUp([older, larger])).toEqual({ status: "not_created" });
  });

  test("is one and the same when it moves on to the next page while pages are read", async () => {
    expect(await lookUp([verification(uuid)], [verification(uuid)])).toMatchObject({ status: "created" });
  });

  test("is left to a person when two fit", async () => {
    const found = await lookUp([verification(uuid)], [verification(other)]);
    expect(found).toMatchObject({ code: "duplicate_detected", ids: [uuid, other] });
  });
});
