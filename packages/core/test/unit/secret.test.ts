import crypto from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Mac, SecretSet, sha256 } from "../../src/receiver/secret.js";

describe("secrets of which one is right", () => {
  afterEach(() => vi.restoreAllMocks());

  test("old and new are taken while they change", async () => {
    const secrets = new SecretSet(["old-secret", "new-secret"]);
    expect([await secrets.has("old-secret"), await secrets.has("new-secret")]).toEqual([true, true]);
  });

  test.each([undefined, null, "", "old-secre", "old-secret ", "OLD-SECRET", "old-secretnew-secret"])(
    "%j is none of them",
    async (given) => {
      expect(await new SecretSet(["old-secret", "new-secret"]).has(given)).toBe(false);
    },
  );

  test("an empty secret is no way in, and no secret is none either", async () => {
    expect(await new SecretSet([""]).has(null)).toBe(false);
    expect(await new SecretSet([]).has("")).toBe(false);
  });

  // Any one byte of a code agrees by chance once in 256 times.
  test("of 3,000 wrong ones none is taken", async () => {
    const secrets = new SecretSet(["secret-of-nobody"]);
    let taken = 0;
    for (let n = 0; n < 3000; n++) taken += Number(await secrets.has(`secret-of-nobod${n}`));
    expect(taken).toBe(0);
  });

  test("codes of the texts are compared and not the texts: nothing stops at the first byte that differs", async () => {
    const hash = vi.spyOn(crypto, "hash");
    const secrets = new SecretSet(["secret-1", "secret-2"]);
    await secrets.has("x");
    await secrets.has("y");
    // What stands before each is the process' own key.
    const texts = hash.mock.calls.map(([, text]) => (typeof text === "string" ? text : ""));
    const key = texts.find((text) => text.endsWith("x"))?.slice(0, -1) ?? "";
    expect(key.length).toBeGreaterThanOrEqual(32);
    expect(texts.toSorted()).toEqual(["secret-1", "secret-2", "x", "y"].map((text) => key + text));
  });

  test("where the runtime has no digest in one call, codes under a key are compared", async () => {
    vi.spyOn(crypto as { hash: unknown }, "hash", "get").mockReturnValue(undefined);
    const of = vi.spyOn(Mac.prototype, "of");
    const secrets = new SecretSet(["secret-1", "secret-2"]);
    expect([await secrets.has("x"), await secrets.has("secret-2")]).toEqual([false, true]);
    expect(of.mock.calls.map(([text]) => text)).toEqual(["x", "secret-1", "secret-2", "secret-2"]);
  });
});

test("the digest of a text is its SHA-256", async () => {
  expect(await sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
