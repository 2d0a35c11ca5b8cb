import nodeCrypto from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toHex } from "../../src/crypto/hex.js";

type Secret = typeof import("../../src/receiver/secret.js");

// Asked once, a runtime's answer is kept as long as the module.
beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The module as it is in a runtime; only its first question sees that runtime, for vitest needs the real one. */
async function inRuntime(globals: object | undefined): Promise<Secret> {
  const secret = await import("../../src/receiver/secret.js");
  vi.stubGlobal("process", globals);
  const asked = secret.sha256("");
  vi.unstubAllGlobals();
  await asked;
  return secret;
}

const key = new TextEncoder().encode("Jefe");
const text = "what do ya want for nothing?";
/** Test case 2 of RFC 4231. */
const hmac = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

describe.each([
  ["no process", undefined],
  ["a process of its own", {}],
  ["no node:crypto", { getBuiltinModule: () => undefined }],
  ["an imitation of node:crypto without HMACs", { getBuiltinModule: () => ({ hash: () => new Uint8Array() }) }],
])("in a runtime with %s", (_, globals) => {
  test("digests and codes are those of Web Crypto, later", async () => {
    const { Mac, sha256 } = await inRuntime(globals);
    const digest = sha256("abc");
    expect(digest).toBeInstanceOf(Promise);
    expect(await digest).toBe(abc);
    const code = new Mac(key).of(text);
    expect(code).toBeInstanceOf(Promise);
    expect(toHex(await code)).toBe(hmac);
  });

  test("secrets are compared as anywhere, each time", async () => {
    const { SecretSet } = await inRuntime(globals);
    const secrets = new SecretSet(["old-secret", "new-secret"]);
    for (const [given, right] of [
      ["new-secret", true],
      ["x", false],
      ["old-secret", true],
      [null, false],
    ] as const)
      expect(await secrets.has(given)).toBe(right);
  });

  test("a key is imported once, and cannot be had back", async () => {
    const { Mac } = await inRuntime(globals);
    const importKey = vi.spyOn(crypto.subtle, "importKey");
    const mac = new Mac(key);
    await Promise.all([mac.of("a"), mac.of("b")]);
    await mac.of("c");
    expect(importKey).toHaveBeenCalledTimes(1);
    expect(await importKey.mock.results[0]?.value).toMatchObject({ extractable: false, usages: ["sign"] });
  });
});

describe("in a runtime with node:crypto", () => {
  test("digests and codes are those of Web Crypto, at once", async () => {
    const { Mac, sha256 } = await inRuntime(process);
    expect(sha256("abc")).toBe(abc);
    const mac = new Mac(key);
    const code = mac.of(text);
    expect(code).toBeInstanceOf(Uint8Array);
    expect(toHex(await code)).toBe(hmac);
    expect(mac.of(text)).toEqual(code);
  });

  test("secrets are compared at once, but for the first time", async () => {
    const { SecretSet } = await inRuntime(process);
    const secrets = new SecretSet(["old-secret", "new-secret"]);
    expect(await secrets.has("new-secret")).toBe(true);
    expect([secrets.has("old-secret"), secrets.has("x"), secrets.has(null)]).toEqual([true, false, false]);
  });

  test("what is compared is bytes, under a key of 32 characters of one byte each", async () => {
    const hash = vi.spyOn(nodeCrypto, "hash");
    const { SecretSet } = await inRuntime(process);
    await new SecretSet([]).has("given");
    expect(hash.mock.calls).toEqual([["sha256", expect.stringMatching(/^[\u0040-\u007f]{32}given$/), "buffer"]]);
  });

  test("it is looked for once", async () => {
    const getBuiltinModule = vi.fn((_name: string) => nodeCrypto);
    const { sha256 } = await inRuntime({ getBuiltinModule });
    vi.stubGlobal("process", { getBuiltinModule });
    expect(sha256("abc")).toBe(abc);
    expect(getBuiltinModule.mock.calls).toEqual([["node:crypto"]]);
  });
});
