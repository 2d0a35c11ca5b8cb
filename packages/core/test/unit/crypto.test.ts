import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { AesCbc } from "../../src/crypto/aes-cbc.js";
import { AesEcb } from "../../src/crypto/aes-ecb.js";
import { AesGcm } from "../../src/crypto/aes-gcm.js";
import { type Cipher, concat, DecryptionError } from "../../src/crypto/cipher.js";
import { fromHex, toHex } from "../../src/crypto/hex.js";

const bytes = (hex: string): Uint8Array => fromHex(hex.replace(/\s/g, "")) ?? expect.unreachable("not hex");

/** NIST SP 800-38A, appendix F: the four blocks that every vector there encrypts. */
const plain = bytes(`6bc1bee22e409f96e93d7e117393172a ae2d8a571e03ac9c9eb76fac45af8e51
                     30c81c46a35ce411e5fbc1191a0a52ef f69f2445df4f9b17ad2b417be66c3710`);
const keys = {
  128: bytes("2b7e151628aed2a6abf7158809cf4f3c"),
  192: bytes("8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b"),
  256: bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"),
};

describe("AES-ECB", () => {
  /** SP 800-38A F.1.1, F.1.3 and F.1.5. */
  const vectors = {
    128: `3ad77bb40d7a3660a89ecaf32466ef97 f5d3d58503b9699de785895a96fdbaaf
          43b1cd7f598ece23881b00e3ed030688 7b0c785e27e8ad3f8223207104725dd4`,
    192: `bd334f1d6e45f25ff712a214571fa5cc 974104846d0ad3ad7734ecb3ecee4eef
          ef7afd2270e2e60adce0ba2face6444e 9a4b41ba738d6c72fb16691603c18e0e`,
    256: `f3eed1bdb5d2a03c064b5a7e3db181f8 591ccb10d410ed26dc5ba74a31362870
          b6ed21b99ca6f4f9f153e7b1beafed1d 23304b7a39f9f3ff067d8d8f9e24ecc7`,
  };

  test.each([128, 192, 256] as const)("agrees with SP 800-38A for %d bits, both ways", async (bits) => {
    const ecb = new AesEcb(keys[bits]);
    const sealed = await ecb.encrypt(plain);
    // The vectors have no padding; ours adds a whole block of it.
    expect(toHex(sealed.subarray(0, 64))).toBe(vectors[bits].replace(/\s/g, ""));
    expect(toHex(await ecb.decrypt(concat(bytes(vectors[bits]), sealed.subarray(64))))).toBe(toHex(plain));
  });

  test("agrees with Node for every length up to 100 and some long ones", async () => {
    for (const length of [...Array(101).keys(), 4096, 16_383, 16_384, 70_001]) {
      const key = randomBytes(32);
      const message = randomBytes(length);
      const cipher = createCipheriv("aes-256-ecb", key, null);
      const theirs = Buffer.concat([cipher.update(message), cipher.final()]);
      const ecb = new AesEcb(key);
      expect(Buffer.from(await ecb.encrypt(message)).equals(theirs), `sealing ${length} bytes`).toBe(true);
      expect(Buffer.from(await ecb.decrypt(theirs)).equals(message), `opening ${length} bytes`).toBe(true);
    }
  });

  test("accepts and refuses paddings exactly as Node does", async () => {
    const key = randomBytes(32);
    const ecb = new AesEcb(key);
    let accepted = 0;
    for (let n = 0; n < 600; n++) {
      const last = randomBytes(16);
      // Half of them end in something like a padding.
      const length = n % 18;
      if (n % 2 === 0) last.fill(length, Math.max(0, 16 - length));
      if (n % 7 === 0) last[15] = length;
      const raw = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false);
      const sealed = Buffer.concat([raw.update(Buffer.concat([randomBytes(16), last])), raw.final()]);
      const theirs = (() => {
        const decipher = createDecipheriv("aes-256-ecb", key, null);
        try {
          return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("hex");
        } catch {
          return "refused";
        }
      })();
      const ours = await ecb.decrypt(sealed).then(toHex, () => "refused");
      expect(ours).toBe(theirs);
      if (ours !== "refused") accepted++;
    }
    expect(accepted).toBeGreaterThan(100);
    expect(accepted).toBeLessThan(500);
  });
});

describe("AES-CBC", () => {
  const iv = bytes("000102030405060708090a0b0c0d0e0f");
  /** SP 800-38A F.2.1, F.2.3 and F.2.5. */
  const vectors = {
    128: `7649abac8119b246cee98e9b12e9197d 5086cb9b507219ee95db113a917678b2
          73bed6b8e3c1743b7116e69e22229516 3ff1caa1681fac09120eca307586e1a7`,
    192: `4f021db243bc633d7178183a9fa071e8 b4d9ada9ad7dedf4e5e738763f69145a
          571b242012fb7ae07fa9baac3df102e0 08b0e27988598881d920a9e64f5615cd`,
    256: `f58c4c04d6e5f1ba779eabfb5f7bfbd6 9cfc4e967edb808d679f777bc6702c7d
          39f23369a9d9bacfa530e26304231461 b2eb05e2c39be9fcda6c19078c6a9d1b`,
  };

  test.each([128, 192, 256] as const)("agrees with SP 800-38A for %d bits, both ways", async (bits) => {
    const cbc = new AesCbc(keys[bits], { iv });
    const sealed = await cbc.encrypt(plain);
    expect(toHex(sealed.subarray(0, 64))).toBe(vectors[bits].replace(/\s/g, ""));
    expect(toHex(await cbc.decrypt(concat(bytes(vectors[bits]), sealed.subarray(64))))).toBe(toHex(plain));
    expect(toHex(await new AesCbc(keys[bits]).decrypt(concat(iv, sealed)))).toBe(toHex(plain));
  });

  test("takes another IV for each text", async () => {
    const cbc = new AesCbc(keys[256]);
    expect(toHex(await cbc.encrypt(plain))).not.toBe(toHex(await cbc.encrypt(plain)));
  });
});

describe("AES-GCM", () => {
  /** Test cases 13, 14 and 16 of the GCM specification, 256 bits. */
  const vectors = [
    { key: "00".repeat(32), iv: "00".repeat(12), plain: "", aad: "", ct: "", tag: "530f8afbc74536b9a963b4f1c4cb738b" },
    {
      key: "00".repeat(32),
      iv: "00".repeat(12),
      plain: "00".repeat(16),
      aad: "",
      ct: "cea7403d4d606b6e074ec5d3baf39d18",
      tag: "d0d1c8a799996bf0265b98b5d48ab919",
    },
    {
      key: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
      iv: "cafebabefacedbaddecaf888",
      plain:
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
      aad: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
      ct: "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
      tag: "76fc6ece0f4e1768cddf8853bb2d551b",
    },
  ];

  test.each(vectors)("agrees with the specification: tag $tag", async ({ key, iv, plain, aad, ct, tag }) => {
    const options = { associated: bytes(aad) };
    const opened = await new AesGcm(bytes(key), options).decrypt(bytes(iv + ct + tag));
    expect(toHex(opened)).toBe(plain);
    const other = await new AesGcm(bytes(key), { ...options, layout: "iv-tag-ct" }).decrypt(bytes(iv + tag + ct));
    expect(toHex(other)).toBe(plain);
  });

  test.each(["iv-ct-tag", "iv-tag-ct"] as const)("opens what it sealed, and what Node sealed: %s", async (layout) => {
    const key = randomBytes(32);
    const gcm = new AesGcm(key, { layout });
    for (const length of [0, 1, 15, 16, 17, 1000]) {
      const message = randomBytes(length);
      expect(Buffer.from(await gcm.decrypt(await gcm.encrypt(message))).equals(message)).toBe(true);
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, iv);
      const text = Buffer.concat([cipher.update(message), cipher.final()]);
      const parts = layout === "iv-ct-tag" ? [iv, text, cipher.getAuthTag()] : [iv, cipher.getAuthTag(), text];
      expect(Buffer.from(await gcm.decrypt(Buffer.concat(parts))).equals(message)).toBe(true);
    }
  });

  test("refuses a text of which any bit was turned", async () => {
    const gcm = new AesGcm(keys[256]);
    const sealed = await gcm.encrypt(plain.subarray(0, 5));
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const turned = sealed.slice();
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(gcm.decrypt(turned)).rejects.toThrow(DecryptionError);
    }
  });
});

describe("what cannot be decrypted", () => {
  const ciphers: Readonly<Record<string, Cipher>> = {
    ecb: new AesEcb(keys[256]),
    cbc: new AesCbc(keys[256]),
    gcm: new AesGcm(keys[256]),
  };

  test.each(Object.keys(ciphers))("is refused in one way, whatever is wrong: %s", async (name) => {
    const cipher = ciphers[name] ?? expect.unreachable();
    const sealed = await cipher.encrypt(plain);
    const other = await (name === "gcm" ? new AesGcm(keys[192]) : new AesEcb(keys[192])).encrypt(plain);
    const wrongs = [new Uint8Array(), sealed.subarray(1), sealed.subarray(0, 15), sealed.subarray(0, 16), other];
    const said = new Set<string>();
    for (const wrong of wrongs) {
      const error: unknown = await cipher.decrypt(wrong).then(
        () => "opened",
        (reason: unknown) => reason,
      );
      if (error === "opened") continue;
      expect(error).toBeInstanceOf(DecryptionError);
      const { name, message, cause } = error as Error;
      said.add(JSON.stringify([name, message, cause, Object.keys(error as object)]));
    }
    expect([...said]).toEqual(['["DecryptionError","It cannot be decrypted.",null,[]]']);
  });
});

describe("hex", () => {
  test("goes both ways and refuses what is none", () => {
    expect(toHex(bytes("00ff10"))).toBe("00ff10");
    expect(fromHex("AbCd")).toEqual(Uint8Array.of(0xab, 0xcd));
    expect([fromHex("abc"), fromHex("zz"), fromHex("0x")]).toEqual([undefined, undefined, undefined]);
  });
});
