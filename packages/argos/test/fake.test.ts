import { describe, expect, test } from "vitest";
import { ManualClock } from "@x/core/testing";
import {
  ArgosClient,
  type ArgosClientOptions,
  isApiError,
  isBodyError,
  isIpNotAllowed,
  isOutcomeUnknown,
  kycResultOf,
  sendWithFetch,
} from "../src/index.js";
import { openArgosCallback, parseArgosCallback } from "../src/callbacks/index.js";
import { FakeArgos, fakeArgosKey, type FakeArgosOptions, timeoutMs } from "../src/testing/index.js";
import { failureOf } from "./support.js";

function project(options: FakeArgosOptions = {}, more: Partial<ArgosClientOptions> = {}) {
  const clock = new ManualClock();
  const received: string[] = [];
  const deliver = async (_: string, body: string): Promise<number> => (received.push(body), 200);
  const fake = new FakeArgos({ clock, webhookUrl: "https://hooks.test", deliver, ...options });
  const argos = new ArgosClient({
    baseUrl: "https://argos.test",
    apiKey: fakeArgosKey,
    fetch: fake.fetch,
    send: sendWithFetch,
    responseValidation: "strict",
    ...more,
  } as ArgosClientOptions);
  const told = () => received.map((body) => parseArgosCallback(body).kind);
  return { clock, fake, argos, received, told };
}

describe("a submission", () => {
  test("is approved, screened, and told of", async () => {
    const { clock, fake, argos, told } = project();
    const id = fake.open({ userid: "user-7", full_name: "Jane SANCTIONED Example" });
    fake.sendFace(id);
    fake.decide(id, "approved");
    await clock.advance(1000);
    await fake.idle();
    expect(told()).toEqual(["created", "approved", "aml"]);
    const read = await argos.submissions.get({ submission_id: id });
    expect(read).toMatchObject({ userid: "user-7", kyc: { result: "approved" }, aml: { currentstatus: "Red Flag" } });
    const [match] = read?.aml?.matches ?? [];
    const report = await argos.aml.getReport({ resourceId: match?.resource_id ?? "" });
    expect(report.mimeType).toBe("application/pdf");
    expect(await argos.submissions.listApplicant({ applicant_id: read?.applicant_id ?? "" })).toHaveLength(1);
  });

  test("is rejected after the third failed step", async () => {
    const { fake, argos, told } = project();
    const id = fake.open();
    for (let n = 0; n < 3; n++) fake.retry(id);
    await fake.idle();
    expect(told()).toEqual(["created", "retry", "retry", "rejected"]);
    const { kyc } = (await argos.submissions.get({ submission_id: id })) ?? {};
    expect(kyc).toMatchObject({ result: "rejected", commentCode: ["too_many_retry"] });
    expect(kyc?.attempts).toHaveLength(3);
  });

  test("is rejected a day after a face picture that nothing followed, and stays incomplete without one", async () => {
    const { clock, fake, argos } = project();
    const [withFace, without] = [fake.open(), fake.open()];
    fake.sendFace(withFace);
    await clock.advance(timeoutMs - 1);
    expect(kycResultOf((await argos.submissions.get({ submission_id: withFace })) ?? {})).toBe("incomplete");
    await clock.advance(1);
    const read = await argos.submissions.get({ submission_id: withFace });
    expect(read?.kyc).toMatchObject({ result: "rejected", commentCode: ["timeout"] });
    await clock.advance(100 * timeoutMs);
    expect(kycResultOf((await argos.submissions.get({ submission_id: without })) ?? {})).toBe("incomplete");
  });

  test("is reviewed once, by the client", async () => {
    const { fake, argos, told } = project();
    const id = fake.open();
    const review = { submissionId: id, admin: "admin@example.com", status: "approved" } as const;
    expect(isApiError(await failureOf(argos.submissions.review(review)))).toBe(true);
    fake.hold(id);
    expect((await argos.submissions.review(review)).finalStatus).toBe("approved");
    expect(isApiError(await failureOf(argos.submissions.review(review)))).toBe(true);
    await fake.idle();
    expect(told()).toEqual(["created", "submit", "approved"]);
    expect((await argos.submissions.get({ submission_id: id }))?.reviewer).toBe("agent");
  });

  test("loses its person when it is deleted, and is listed and billed still", async () => {
    const { fake, argos, told } = project();
    const id = fake.open({ full_name: "Hong Gildong" });
    await argos.submissions.delete({ submission_id: id, admin_name: "Compliance" });
    await fake.idle();
    expect(await argos.submissions.get({ submission_id: id })).toEqual({
      submission_id: id,
      created_at: "2026-01-01T00:00:00.000Z",
      kyc: { result: "incomplete" },
    });
    expect(told()).toEqual(["created", "delete"]);
    expect(fake.billed).toHaveLength(1);
    expect(isApiError(await failureOf(argos.submissions.delete({ submission_id: id })))).toBe(true);
  });

  test("is deleted in parts", async () => {
    const { fake, argos } = project();
    const id = fake.open({ full_name: "Hong Gildong", nationality: "KOR" });
    await argos.submissions.deleteFields({ submission_id: id, fields: ["email", "data"], data_fields: ["full_name"] });
    const read = await argos.submissions.get({ submission_id: id });
    expect([read?.email, read?.data?.full_name, read?.data?.nationality]).toEqual([undefined, undefined, "KOR"]);
  });

  test("shows nowhere what a projection hides", async () => {
    const { fake, argos, received } = project();
    const id = fake.open({ full_name: "Hong Gildong", nationality: "KOR", hidden: ["full_name", "email"] });
    fake.decide(id, "approved");
    await fake.idle();
    const read = await argos.submissions.get({ submission_id: id });
    expect([read?.email, read?.data?.full_name, read?.data?.nationality]).toEqual([undefined, undefined, "KOR"]);
    expect(received.join()).not.toContain("Hong");
  });
});

describe("a part of a submission", () => {
  test("is all that is read", async () => {
    const { fake, argos } = project();
    const id = fake.open({ userid: "user-7", full_name: "Hong Gildong" });
    const read = async (request_type: "kyc" | "aml" | "data" | "others") =>
      Object.keys(
        (await argos.submissions.listParts({ request_type, userid: "user-7" }).toArray({ limit: 1 }))[0] ?? {},
      );
    expect(await read("kyc")).toEqual(["submission_id", "kyc"]);
    expect(await read("aml")).toEqual(["submission_id"]);
    expect(await read("data")).toEqual(["submission_id", "data"]);
    expect(await read("others")).toEqual(["submission_id", "created_at", "email", "userid"]);
    const [kyc] = await argos.submissions.listParts({ request_type: "kyc" }).toArray({ limit: 1 });
    expect(kyc?.kyc?.result).toBe("incomplete");
    // @ts-expect-error -- the type follows the part
    expect(kyc?.data).toBeUndefined();
    expect(id).not.toBe("");
  });
});

describe("days", () => {
  test.each(["YYYYMMDD", "YYYY-MM-DD"] as const)("are found, sent as %s", async (dateFormat) => {
    const { clock, fake, argos } = project({}, { dateFormat });
    for (let n = 0; n < 3; n++) {
      fake.open();
      await clock.advance(timeoutMs);
    }
    const days = { start_date: new Date("2026-01-02T12:00:00Z"), end_date: "20260103" };
    const found = await argos.submissions.listByDateRange(days).toArray({ limit: 9 });
    expect(found.map((one) => one.created_at?.slice(0, 10))).toEqual(["2026-01-02", "2026-01-03"]);
  });
});

describe("webhooks", () => {
  test("are lost, late, repeated and reordered when told to", async () => {
    const { clock, fake, told } = project();
    for (const fault of ["lost", "duplicate", "late", "reordered"] as const) fake.failWebhooks(fault);
    const id = fake.open();
    fake.hold(id);
    fake.decide(id, "rejected", "other");
    fake.open();
    fake.decide(fake.open(), "approved");
    await fake.idle();
    expect(told()).toEqual(["submit", "submit", "created", "created", "approved"]);
    await clock.advance(300_000);
    await fake.idle();
    expect(told().filter((kind) => kind === "rejected")).toHaveLength(1);
    expect(fake.webhooks.filter(({ status }) => status === 0)).toHaveLength(1);
  });

  test("are encrypted with the project's cipher", async () => {
    const { fake, received } = project({ encryption: true });
    fake.open({ email: "applicant@example.com" });
    await fake.idle();
    expect(received[0]).toMatch(/^\{"data":"[A-Za-z0-9+/=]+","isEncrypted":true\}$/);
    expect((await openArgosCallback(received[0], fake.cipher ?? expect.unreachable())).kind).toBe("created");
  });
});

describe("refusals", () => {
  test("of a wrong key and of a wrong address are told apart", async () => {
    const { fake, argos } = project();
    const wrong = project({ apiKey: "another" });
    const ofKey = await failureOf(wrong.argos.submissions.list());
    expect(isApiError(ofKey) && [ofKey.code, ofKey.attempts, isIpNotAllowed(ofKey)]).toEqual(["permission", 1, false]);
    expect((ofKey as Error).message).toContain("The key is missing or wrong.");
    fake.allow(false);
    const ofAddress = await failureOf(argos.submissions.list());
    expect(isApiError(ofAddress) && [ofAddress.code, ofAddress.attempts, isIpNotAllowed(ofAddress)]).toEqual([
      "permission",
      1,
      true,
    ]);
    expect((ofAddress as Error).message).toContain("is not on the project's IP allow-list");
    expect(isIpNotAllowed(new Error("explicit deny"))).toBe(false);
  });

  test("of a client without encryption are the vendor's words", async () => {
    const { argos } = project({ encryption: true });
    const error = await failureOf(argos.tokens.get({ tokenId: "token-0001" }));
    expect(isApiError(error) && error.readVendorMessage()).toBe("Decryption is Failed. Please check the api-key.");
    const plain = await failureOf(argos.submissions.list());
    expect(isBodyError(plain) && plain.code).toBe("undecryptable");
  });

  test("of an unknown token carry its code", async () => {
    const { argos } = project();
    expect(await failureOf(argos.tokens.get({ tokenId: "token-0001" }))).toMatchObject({
      vendorCode: "token_not_found",
    });
    await argos.tokens.add({ tokenId: ["token-0001"] });
    expect((await argos.tokens.get({ tokenId: "token-0001" })).success).toBe(true);
    await argos.tokens.delete({ tokenId: ["token-0001"] });
    expect(isApiError(await failureOf(argos.tokens.get({ tokenId: "token-0001" })))).toBe(true);
  });

  test.each(["rate-limit", "html-502", "unavailable", "reset-before-work", "cut-body"] as const)(
    "that pass are waited out by a read: %s",
    { timeout: 10_000 },
    async (fault) => {
      for (const encryption of [false, true]) {
        const { fake, argos } = project({ encryption }, { encryption });
        fake.open();
        fake.fail("listSubmissions", fault);
        expect((await argos.submissions.list()).Items).toHaveLength(1);
      }
    },
  );
});

describe("a lost answer", () => {
  const person = {
    admin: "admin@example.com",
    email: "applicant@example.com",
    fullName: "Hong Gildong",
    birthDate: "1990-01-31",
    kycStatus: "approved",
    idType: "passport",
    issuingCountry: "KOR",
    userid: "user-7",
  } as const;

  /** What became of a call whose answer was lost. */
  async function lost(
    work: (argos: ArgosClient, id: string) => Promise<unknown>,
    fault: "commit-then-reset" | "html-502",
  ) {
    const { fake, argos } = project({ clock: { now: Date.now, after: () => undefined } });
    const id = fake.open({ full_name: "Hong Gildong" });
    fake.hold(id);
    const before = fake.requests.length;
    fake.fail("*", fault);
    const error = await failureOf(work(argos, id));
    expect(fake.requests.length - before).toBe(1);
    return isOutcomeUnknown(error) ? (await error.reconcile({ settleMs: 0 })).status : error;
  }

  test.each<[string, (argos: ArgosClient, submission_id: string) => Promise<unknown>]>([
    ["create", async (argos) => await argos.submissions.create(person)],
    [
      "update",
      async (argos, submissionId) =>
        await argos.submissions.update({ submissionId, admin: "a@b", data: { fullName: "Gildong Hong" } }),
    ],
    ["delete", async (argos, submission_id) => await argos.submissions.delete({ submission_id })],
    [
      "deleteFields",
      async (argos, submission_id) => await argos.submissions.deleteFields({ submission_id, fields: ["email"] }),
    ],
    [
      "review",
      async (argos, submissionId) => await argos.submissions.review({ submissionId, admin: "a@b", status: "approved" }),
    ],
  ])("of %s is looked up, and nothing is sent twice", async (_, work) => {
    expect(await lost(work, "commit-then-reset")).toBe("created");
    expect(await lost(work, "html-502")).toBe("not_created");
  });
});
