import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { isSdkError, webhookTriggers } from "../src/index.js";
import {
  type ArgosCallback,
  argosCipher,
  argosDedupeKey,
  listOf,
  openArgosCallback,
  parseArgosCallback,
} from "../src/callbacks/index.js";
import { forgeArgosCallback, forgeEncryptedArgosCallback, webhookSamples } from "../src/testing/index.js";
import { failureOf, key } from "./support.js";

const triggers = Object.keys(webhookSamples) as (keyof typeof webhookSamples)[];

/** The message that a plain body is refused with. */
function refusalOf(body: unknown): unknown {
  try {
    parseArgosCallback(body);
  } catch (error) {
    return isSdkError(error) && error.code === "invalid_callback" ? error.message : error;
  }
  return undefined;
}

describe("a webhook", () => {
  test.each(triggers)("of trigger %s is known, with no drift", (trigger) => {
    const payload = webhookSamples[trigger];
    expect(parseArgosCallback(JSON.stringify(payload))).toEqual({
      kind: trigger,
      subject: "submission:6xx28lo115832",
      payload,
      drift: [],
      authenticated: false,
    });
  });

  test("has eleven triggers", () => {
    expect(triggers).toHaveLength(11);
    expect(triggers.toSorted()).toEqual(Object.keys(webhookTriggers).toSorted());
  });

  test("of the earlier form has no drift either", () => {
    const { kind, drift, payload } = parseArgosCallback({
      webhook_trigger: "approved",
      submission_id: "6xx28lo115832",
      kyc_result: { status: "approved", update_at: "2024-01-02T00:00:00Z", pending_at: "2024-01-01T00:00:00Z" },
      tokenId: "t",
      userid: "user-7",
      ipAddress: "192.0.2.7",
      fullName: "Hong Gildong",
      idType: "passport",
      issuingCountry: "KOR",
      issueDate: "2020-01-01",
      expireDate: "2030-01-01",
      identityNumber: "1",
      documentNumber: "2",
      additional_list: { answer: "a", inputValue: "b", blockType: "c" },
    });
    expect([kind, drift]).toEqual(["approved", []]);
    expect(kind === "approved" && listOf(payload.additional_list)).toEqual([
      { answer: "a", inputValue: "b", blockType: "c" },
    ]);
  });

  test.each(["too_many_retry", ["too_many_retry", "other"]])(
    "says its reject codes as text or list: %j",
    (commentCode) => {
      const { payload } = forgeArgosCallback("rejected", { kyc_result: { status: "rejected", commentCode } });
      expect(listOf(payload.kyc_result?.commentCode)).toEqual([commentCode].flat());
    },
  );

  test("of which a projection hides everything is known", () => {
    const callback = parseArgosCallback('{"webhook_trigger":"approved","submission_id":"abc"}');
    expect(callback.drift).toEqual([]);
  });

  test("with new fields and states is handed on with its drift", () => {
    const callback = parseArgosCallback({ ...webhookSamples.approved, kyc_result: { status: "dropped" }, mood: 1 });
    expect(callback.drift).toEqual([
      { path: "kyc_result.status", kind: "unknown_value" },
      { path: "*", kind: "unknown_field" },
    ]);
  });

  test.each([[{}], [{ webhook_trigger: "argos_id_auth" }], [{ webhook_trigger: "toString", submission_id: "a" }]])(
    "of no documented trigger is unknown: %j",
    (body) => {
      const callback = parseArgosCallback(JSON.stringify(body));
      expect(callback.kind === "unknown" && callback.readPayload()).toEqual(body);
    },
  );

  test("that is unknown shows nothing to who only looks", () => {
    const callback = parseArgosCallback({ name: "Hong Gildong" });
    expect(inspect(callback, { depth: 9, showHidden: true }) + JSON.stringify(callback)).not.toContain("Hong");
  });

  test.each([
    ["when it is not JSON", "<html>", "not JSON that can be relied on (invalid)"],
    ["when it is no object", "[1]", "is not a JSON object"],
    ["when it names no submission", '{"webhook_trigger":"approved"}', "submission_id (missing_field)"],
    [
      "when the decision has another type",
      { webhook_trigger: "approved", submission_id: "a", kyc_result: { status: true } },
      "kyc_result.status (unexpected_type)",
    ],
    [
      "when the decision stands twice",
      '{"webhook_trigger":"rejected","webhook_trigger":"approved","submission_id":"a"}',
      "(duplicate_key)",
    ],
    ["when it is encrypted", '{"data":"AAAA"}', "is encrypted; openArgosCallback reads it"],
  ])("is refused %s", (_, body, message) => {
    expect(refusalOf(body)).toContain(message);
  });
});

describe("an encrypted webhook", () => {
  const ecb = argosCipher(key);
  const gcm = argosCipher(key, { mode: "aes-256-gcm" });

  test.each(triggers)("of trigger %s is opened", async (trigger) => {
    const { body, payload } = await forgeEncryptedArgosCallback(trigger, ecb);
    expect(body).not.toContain("6xx28lo115832");
    expect(await openArgosCallback(body, ecb)).toMatchObject({ kind: trigger, payload, authenticated: false });
  });

  test("is opened without the flag, which the vendor's sample does not show", async () => {
    const { data } = JSON.parse((await forgeEncryptedArgosCallback("aml", ecb)).body) as { data: string };
    expect((await openArgosCallback({ data }, ecb)).kind).toBe("aml");
  });

  test("with GCM proves that somebody with the key made it", async () => {
    const { body } = await forgeEncryptedArgosCallback("approved", gcm);
    expect((await openArgosCallback(body, gcm)).authenticated).toBe(true);
  });

  test("is not replaced by a plain one: whoever has no key would send that", async () => {
    const { body } = forgeArgosCallback("approved");
    for (const cipher of [ecb, gcm])
      expect(((await failureOf(openArgosCallback(body, cipher))) as Error).message).toContain("not encrypted");
    // An `updated` webhook has a plain field of the same name.
    expect(((await failureOf(openArgosCallback(webhookSamples.updated, ecb))) as Error).message).toContain(
      "not encrypted",
    );
  });

  test("is not opened with another scheme than the pinned one", async () => {
    const { body } = await forgeEncryptedArgosCallback("approved", ecb);
    expect(((await failureOf(openArgosCallback(body, gcm))) as Error).message).toBe(
      "ARGOS callback: the callback cannot be decrypted.",
    );
  });

  test("is refused in one way, whatever is wrong with it", async () => {
    const { data } = JSON.parse((await forgeEncryptedArgosCallback("approved", ecb)).body) as { data: string };
    const said = new Set<string>();
    for (const wrong of ["?", "AAAA", data.slice(0, -4), data.slice(24), await gcm.encrypt("{}")])
      said.add(((await failureOf(openArgosCallback({ data: wrong }, ecb))) as Error).message);
    expect([...said]).toEqual(["ARGOS callback: the callback cannot be decrypted."]);
  });

  /** Two webhooks whose decision and person stand in blocks of their own, as anybody who watches the wire collects them. */
  const padded = (submission_id: string, status: string) =>
    JSON.stringify({ webhook_trigger: status, submission_id, userid: "x".repeat(11), kyc_result: { status } });

  test("with ECB proves nothing: two of them are spliced into an approval that nobody sent, without the key", async () => {
    const captured = await Promise.all(
      [padded("mallory-00001", "rejected"), padded("honest-000001", "approved")].map(async (text) =>
        Buffer.from(await ecb.encrypt(text), "base64"),
      ),
    );
    const [mallory, honest] = captured as [Buffer, Buffer];
    // Blocks of 16: 0 to 2 name trigger and submission, the rest the decision.
    const text = padded("mallory-00001", "rejected");
    const from = text.indexOf('"submission_id"');
    const to = text.indexOf('"kyc_result"');
    const first = Math.ceil(from / 16);
    const last = Math.floor(to / 16);
    const spliced = Buffer.concat([
      honest.subarray(0, first * 16),
      mallory.subarray(first * 16, last * 16),
      honest.subarray(last * 16),
    ]);
    const forged = await openArgosCallback({ data: spliced.toString("base64"), isEncrypted: true }, ecb);
    expect(forged).toMatchObject({
      kind: "approved",
      subject: "submission:mallory-00001",
      payload: { kyc_result: { status: "approved" } },
      // The one thing that tells the receiver to read the submission back.
      authenticated: false,
    });
  });

  test("with GCM cannot be spliced", async () => {
    const [a, b] = await Promise.all(
      [padded("mallory-00001", "rejected"), padded("honest-000001", "approved")].map(async (text) =>
        Buffer.from(await gcm.encrypt(text), "base64"),
      ),
    );
    for (let block = 1; block < 6; block++) {
      const spliced = Buffer.concat([
        b?.subarray(0, 12 + block * 16) ?? [],
        a?.subarray(12 + block * 16) ?? [],
      ] as Buffer[]);
      await expect(openArgosCallback({ data: spliced.toString("base64") }, gcm)).rejects.toThrow("cannot be decrypted");
    }
  });
});

describe("the key to do a webhook's work once", () => {
  const keyOf = async (callback: ArgosCallback): Promise<string> => await argosDedupeKey(callback);

  test("is the same for the same webhook, plain or encrypted, whatever the order of its fields", async () => {
    const plain = await keyOf(parseArgosCallback(webhookSamples.approved));
    const turned = Object.fromEntries(Object.entries(webhookSamples.approved).toReversed());
    const { body } = await forgeEncryptedArgosCallback("approved", argosCipher(key));
    expect(await keyOf(parseArgosCallback(turned))).toBe(plain);
    expect(await keyOf(await openArgosCallback(body, argosCipher(key)))).toBe(plain);
    expect(plain).toMatch(/^argos:6xx28lo115832:approved:2026-01-02T03:05:00\.000Z:[0-9a-f]{32}$/);
  });

  test("differs for each trigger, time and content", async () => {
    const bodies = [
      ...triggers.map((trigger) => webhookSamples[trigger]),
      { ...webhookSamples.retry, attempts: 2 },
      { ...webhookSamples.approved, email: "other@example.com" },
      { webhook_trigger: "tomorrow" },
    ];
    const keys = await Promise.all(bodies.map(async (body) => await keyOf(parseArgosCallback(body))));
    expect(new Set(keys).size).toBe(bodies.length);
  });

  test("holds nothing of the person", async () => {
    const callback = parseArgosCallback({ ...webhookSamples.submit, created_at: "Hong Gildong" });
    expect(await keyOf(callback)).not.toContain("Hong");
  });
});

describe("a forged webhook", () => {
  test("is as the overrides say, and never what ARGOS would not send", () => {
    expect(forgeArgosCallback("approved", { submission_id: "abc", email: undefined }).payload).toMatchObject({
      submission_id: "abc",
    });
    expect(() => forgeArgosCallback("approved", { submission_id: undefined as never })).toThrow("submission_id");
    expect(() => forgeArgosCallback("approved", { webhook_trigger: "aml" as never })).toThrow("another trigger");
  });
});
