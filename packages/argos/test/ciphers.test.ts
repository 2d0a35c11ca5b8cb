import { createCipheriv, createHash } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  argosCipher,
  ArgosClient,
  type CipherScheme,
  cipherCandidates,
  type ConfigurationError,
  DecryptionError,
  detectCipher,
  isBodyError,
} from "../src/index.js";
import { FakeArgos } from "../src/testing/index.js";
import { connect, failureOf, key } from "./support.js";

/** Made with the key above by another implementation: none is the vendor's, which publishes no vectors. */
const query = '{"email":"john@example.com","start_date":"20240101","end_date":"20240131"}';
const vectors: readonly [scheme: CipherScheme, plain: string, sealed: string][] = [
  [
    {},
    query,
    "xz5Nuz0pr5P0RKKZZg5FlqwDjn0+5s9HK6qja45xQ229JWmzv5QQ7VJZa1U00xnQiykDauRmv4ofgEg9XnC7U2kcJtYi9kUp5xZ7lAdCuZM=",
  ],
  [{}, '{"Items":[]}', "hVC5vzeuDGkP9R+me4VlDg=="],
  [
    {},
    '{"webhook_trigger":"approved","submission_id":"6xx28lo115832"}',
    "r5WBKXRvm5hHzAoCWugw/jND1QMLbB2acHWuik4WLbSwJr4eYvwID9AFmdhA5wuqlz+vnpfsxdcN5jbkQ4rNhQ==",
  ],
  [
    { keyDerivation: "sha256" },
    query,
    "Rp4ISvVKTOcQw6Bp9MoqmWLfDuzzHg5O+uMzuWw2hxA04G1IEa/7VOnYI0Oift7l21+1wSjeQaASr2NpQ5zV1xGtHc3N4K1dWsHnTAimB1o=",
  ],
  [{ keyDerivation: "sha256" }, '{"Items":[]}', "/pKJSMxLUCG9Hftp5qeAfQ=="],
];
const gcm = {
  "iv-ct-tag": "AAECAwQFBgcICQoLNxYuk5W/BVm8i2lySOvyg0GgzW40RRl1Ll/fkg==",
  "iv-tag-ct": "AAECAwQFBgcICQoLSOvyg0GgzW40RRl1Ll/fkjcWLpOVvwVZvItpcg==",
};

describe("a cipher", () => {
  test.each(vectors)("%j agrees with another implementation on %s", async (scheme, plain, sealed) => {
    expect(await argosCipher(key, scheme).encrypt(plain)).toBe(sealed);
    expect(await argosCipher(key, scheme).decrypt(sealed)).toBe(plain);
  });

  test.each(["iv-ct-tag", "iv-tag-ct"] as const)("opens GCM with %s", async (layout) => {
    expect(await argosCipher(key, { mode: "aes-256-gcm", layout }).decrypt(gcm[layout])).toBe('{"Items":[]}');
  });

  test("opens CBC as older projects have it, both ways of giving the IV", async () => {
    const derived = createHash("sha256").update(key).digest();
    const iv = Buffer.from("000102030405060708090a0b0c0d0e0f", "hex");
    const seal = (with_: Buffer) => {
      const cipher = createCipheriv("aes-256-cbc", derived, with_);
      return Buffer.concat([cipher.update(query), cipher.final()]);
    };
    const scheme = { mode: "aes-256-cbc", keyDerivation: "sha256" } as const;
    const prefixed = Buffer.concat([iv, seal(iv)]).toString("base64");
    expect(await argosCipher(key, scheme).decrypt(prefixed)).toBe(query);
    const zero = seal(Buffer.alloc(16)).toString("base64");
    expect(await argosCipher(key, { ...scheme, iv: "zero" }).decrypt(zero)).toBe(query);
  });

  test.each(cipherCandidates)("%j opens what it sealed, whatever is in it", async (scheme) => {
    const cipher = argosCipher(key, scheme);
    for (const plain of ["{}", "[]", '{"name":"홍길동"}', JSON.stringify({ long: "x".repeat(5000) })])
      expect(await cipher.decrypt(await cipher.encrypt(plain))).toBe(plain);
  });

  test("takes a key of yours", async () => {
    const cipher = argosCipher(key, { keyDerivation: async (secret) => createHash("sha256").update(secret).digest() });
    expect(await cipher.decrypt("/pKJSMxLUCG9Hftp5qeAfQ==")).toBe('{"Items":[]}');
  });

  test("says of itself whether it proves anything", () => {
    expect(
      ["aes-256-ecb", "aes-256-cbc", "aes-256-gcm"].map((mode) => argosCipher(key, { mode } as never).authenticates),
    ).toEqual([false, false, true]);
  });

  test("shows neither key nor secret", () => {
    const cipher = argosCipher(key);
    expect(inspect(cipher, { depth: 9, showHidden: true }) + JSON.stringify(cipher)).not.toContain(key.slice(0, 8));
  });

  test("refuses in one way, whatever is wrong", async () => {
    const cipher = argosCipher(key);
    const other = await argosCipher(key, { keyDerivation: "sha256" }).encrypt(query);
    const raw = createCipheriv("aes-256-ecb", key.slice(0, 32), null);
    const notJson = Buffer.concat([raw.update("approved"), raw.final()]).toString("base64");
    // A text of one digit is JSON, and one wrong key in some thousands makes it.
    const digit = await cipher.encrypt("4");
    const wrongs = ["", "?", "AAAA", other, notJson, digit, vectors[1]?.[2].slice(4) ?? ""];
    const errors = await Promise.all(wrongs.map(async (one) => await failureOf(cipher.decrypt(one))));
    expect(errors.every((error) => error instanceof DecryptionError)).toBe(true);
    expect(new Set(errors.map((error) => inspect(error).split("\n")[0])).size).toBe(1);
  });
});

describe("detectCipher", () => {
  test.each(cipherCandidates)("finds %j by one text", async (scheme) => {
    const sample = await argosCipher(key, scheme).encrypt(query);
    const found = await detectCipher(key, ` ${sample}\n`);
    // Another spelling of the same bytes is as good.
    expect(found).toMatchObject({ mode: scheme.mode, keyDerivation: scheme.keyDerivation });
    expect(await argosCipher(key, found).decrypt(sample)).toBe(query);
  });

  test("finds nothing in what is not encrypted, or with another key", async () => {
    expect(await detectCipher(key, "encrypted-string")).toBeUndefined();
    expect(await detectCipher(`another-${key}`, vectors[0]?.[2] ?? "")).toBeUndefined();
  });
});

describe("a client with encryption", () => {
  test("sends its whole query in one parameter, as the vendor shows", async () => {
    const cipher = argosCipher(key);
    const answer = async () => ({ data: await cipher.encrypt('{"Items":[]}'), isEncrypted: true });
    const { client, seen } = connect(answer, { encryption: true });
    await client.submissions
      .listAll({ email: "john@example.com", start_date: "20240101", end_date: "2024-01-31" })
      .toArray({ limit: 9 });
    expect(seen[0]?.target).toBe(`/submission?data=${encodeURIComponent(vectors[0]?.[2] ?? "")}`);
  });

  test.each([
    ["data", '{"data":"'],
    ["body", '{"body":"'],
    ["raw", ""],
  ] as const)("puts a body into %s", async (bodyEnvelope, start) => {
    const { client, seen } = connect(() => ({ success: true, message: "" }), { encryption: true, bodyEnvelope });
    await client.tokens.add({ tokenId: ["token-0001"] });
    const sent = seen[0]?.body ?? "";
    expect(sent.startsWith(start)).toBe(true);
    const inside = bodyEnvelope === "raw" ? sent : (JSON.parse(sent) as Record<string, string>)[bodyEnvelope];
    expect(await argosCipher(key).decrypt(inside ?? "")).toBe('{"tokenId":["token-0001"]}');
  });

  test("reads an encrypted error", async () => {
    const data = await argosCipher(key).encrypt('{"errorCode":"invalid_admin"}');
    const { client } = connect(() => Response.json({ data, isEncrypted: true }, { status: 400 }), { encryption: true });
    expect(await failureOf(client.tokens.add({ tokenId: ["token-0001"] }))).toMatchObject({
      vendorCode: "invalid_admin",
    });
  });

  test("says what is wrong when it has none and the project has", async () => {
    const { client } = connect(() => ({ data: "encrypted-string", isEncrypted: true }));
    const error = await failureOf(client.submissions.list());
    expect((error as Error).message).toContain("this client has no `encryption`");
    expect(isBodyError(error) && error.code === "undecryptable" && JSON.parse(error.readBody() ?? "")).toEqual({
      data: "encrypted-string",
      isEncrypted: true,
    });
  });

  test("never says why it could not decrypt", async () => {
    const wrongKey = await argosCipher(`other-${key}`).encrypt("{}");
    const said = new Set<string>();
    for (const data of [
      "?",
      "AAAA",
      wrongKey,
      await argosCipher(key)
        .encrypt("{}")
        .then((text) => text.slice(4)),
    ]) {
      const { client } = connect(() => ({ data, isEncrypted: true }), { encryption: true });
      const error = await failureOf(client.submissions.list());
      said.add(JSON.stringify({ ...(error as object), elapsedMs: 0 }) + (error as Error).message);
    }
    expect(said.size).toBe(1);
  });

  test.each(cipherCandidates)("talks to a project with %j", async (scheme) => {
    const fake = new FakeArgos({ apiKey: key, encryption: scheme });
    const id = fake.open({ userid: "user-7", email: "홍+길동@example.com" });
    const argos = new ArgosClient({
      baseUrl: "https://argos.test",
      apiKey: key,
      encryption: scheme,
      fetch: fake.fetch,
    });
    expect((await argos.submissions.get({ submission_id: id }))?.email).toBe("홍+길동@example.com");
    await argos.submissions.update({ submissionId: id, admin: "a@example.com", data: { kycStatus: "approved" } });
    expect(fake.submissions[0]?.kyc?.result).toBe("approved");
  });

  test.each([
    [{ encryption: true, apiKey: "short" }, "encryption"],
    [{ encryption: { mode: "des" } }, "encryption.mode"],
    [{ encryption: { encoding: "utf8" } }, "encryption.encoding"],
    [{ dateFormat: "DD.MM.YYYY" }, "dateFormat"],
    [{ bodyEnvelope: "soap" }, "bodyEnvelope"],
  ])("refuses options that cannot work: %j", (options, path) => {
    try {
      connect(() => ({}), options as never);
      expect.unreachable("it was built");
    } catch (error) {
      expect((error as ConfigurationError).issues.map((issue) => issue.path)).toContain(path);
    }
  });
});
