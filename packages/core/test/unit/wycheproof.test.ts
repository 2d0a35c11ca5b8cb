import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AesCbc } from "../../src/crypto/aes-cbc.js";
import { AesGcm } from "../../src/crypto/aes-gcm.js";
import { concat } from "../../src/crypto/cipher.js";
import { fromHex, toHex } from "../../src/crypto/hex.js";

/**
 * Project Wycheproof's vectors, where they are at hand: `WYCHEPROOF=<checkout>/testvectors_v1`. They are not part of this
 * repository.
 */
const folder = process.env["WYCHEPROOF"];

interface Vector {
  readonly tcId: number;
  readonly key: string;
  readonly iv: string;
  readonly aad?: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag?: string;
  readonly result: "valid" | "invalid" | "acceptable";
}

interface Group {
  readonly ivSize: number;
  readonly tagSize?: number;
  readonly tests: readonly Vector[];
}

const read = (file: string): readonly Group[] =>
  (JSON.parse(readFileSync(join(folder ?? "", file), "utf8")) as { testGroups: Group[] }).testGroups;

const hex = (text = ""): Uint8Array => fromHex(text) ?? expect.unreachable("not hex");

/** What a vector comes to: the message, or `refused`. */
const outcome = async (opened: Promise<Uint8Array>): Promise<string> => await opened.then(toHex, () => "refused");

describe("Wycheproof", () => {
  test("AES-GCM with 12 bytes of IV and 16 of tag: every accept and refusal", async () => {
    const vectors = read("aes_gcm_test.json").flatMap(({ ivSize, tagSize, tests }) =>
      ivSize === 96 && tagSize === 128 ? tests : [],
    );
    for (const { tcId, key, iv, aad, msg, ct, tag, result } of vectors) {
      const gcm = new AesGcm(hex(key), { associated: hex(aad) });
      const opened = await outcome(gcm.decrypt(concat(hex(iv), hex(ct), hex(tag))));
      expect(opened, `test ${tcId}`).toBe(result === "valid" ? msg : "refused");
    }
    console.log(
      `AES-GCM: ${vectors.length} vectors, ${vectors.filter((one) => one.result === "invalid").length} refused`,
    );
    expect(vectors.length).toBeGreaterThan(100);
  });

  test("AES-CBC with PKCS#7: every accept and refusal, and every encryption", async () => {
    const vectors = read("aes_cbc_pkcs5_test.json").flatMap(({ tests }) => tests);
    for (const { tcId, key, iv, msg, ct, result } of vectors) {
      const cbc = new AesCbc(hex(key), { iv: hex(iv) });
      expect(await outcome(cbc.decrypt(hex(ct))), `test ${tcId}`).toBe(result === "valid" ? msg : "refused");
      if (result === "valid") expect(toHex(await cbc.encrypt(hex(msg))), `test ${tcId}`).toBe(ct);
    }
    console.log(
      `AES-CBC: ${vectors.length} vectors, ${vectors.filter((one) => one.result === "invalid").length} refused`,
    );
    expect(vectors.length).toBeGreaterThan(100);
  });
});
