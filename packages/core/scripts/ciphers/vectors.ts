import { createCipheriv, createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Vector } from "./check.ts";

/** All vectors by where they come from. */
export function vectorSets(): Readonly<Record<string, readonly Vector[]>> {
  return {
    "NIST SP 800-38A, ECB": nistEcb(),
    "OpenSSL, ECB": paddedBy("ecb"),
    "OpenSSL, CBC": paddedBy("cbc"),
    "OpenSSL, GCM": sealedByGcm(),
    "Wycheproof, GCM": wycheproof("gcm"),
    "Wycheproof, CBC": wycheproof("cbc"),
  };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Bytes that are the same in every run, and look like none in particular. */
function bytes(length: number, seed: string): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, n) =>
    createHash("sha256").update(`${seed} ${n}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

/** Appendix F.1 of SP 800-38A, retyped. It has no padding, so each key's own padding block is put behind it. */
function nistEcb(): Vector[] {
  const plain = Buffer.from(
    "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51" +
      "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
    "hex",
  );
  const published = {
    "2b7e151628aed2a6abf7158809cf4f3c":
      "3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf" +
      "43b1cd7f598ece23881b00e3ed0306887b0c785e27e8ad3f8223207104725dd4",
    "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b":
      "bd334f1d6e45f25ff712a214571fa5cc974104846d0ad3ad7734ecb3ecee4eef" +
      "ef7afd2270e2e60adce0ba2face6444e9a4b41ba738d6c72fb16691603c18e0e",
    "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4":
      "f3eed1bdb5d2a03c064b5a7e3db181f8591ccb10d410ed26dc5ba74a31362870" +
      "b6ed21b99ca6f4f9f153e7b1beafed1d23304b7a39f9f3ff067d8d8f9e24ecc7",
  };
  const blocks = [0, 1, 2, 3];
  return Object.entries(published).flatMap(([key, sealed]) => {
    const padding = raw("ecb", Buffer.from(key, "hex"), Buffer.alloc(0), Buffer.alloc(16, 16)).toString("hex");
    return blocks.map((at) => ({
      mode: "ecb" as const,
      key,
      message: hex(plain.subarray(at * 16, at * 16 + 16)),
      sealed: sealed.slice(at * 32, at * 32 + 32) + padding,
    }));
  });
}

/** Encrypts whole blocks as they are. */
function raw(mode: "ecb" | "cbc", key: Buffer, iv: Buffer, blocks: Buffer): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-${mode}`, key, mode === "ecb" ? null : iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(blocks), cipher.final()]);
}

/** Every length of message up to three blocks, and everything that a padding can get wrong. */
function paddedBy(mode: "ecb" | "cbc"): Vector[] {
  return [16, 24, 32].flatMap((keyBytes) => {
    const key = bytes(keyBytes, `${mode} key`);
    const iv = bytes(mode === "ecb" ? 0 : 16, `${mode} iv`);
    const made = (message: Buffer | undefined, blocks: Buffer): Vector => ({
      mode,
      key: hex(key),
      iv: hex(iv),
      ...(message === undefined ? {} : { message: hex(message) }),
      sealed: hex(raw(mode, key, iv, blocks)),
    });
    const right = [...Array(49).keys()].map((length) => {
      const message = bytes(length, `${mode} message`);
      const padding = 16 - (length % 16);
      return made(message, Buffer.concat([message, Buffer.alloc(padding, padding)]));
    });
    const body = bytes(32, `${mode} body`);
    const last = [0, 17, 32, 128, 255].map((value) => Buffer.concat([body.subarray(0, 31), Buffer.from([value])]));
    const torn = [...Array(15).keys()].flatMap((at) => {
      const length = at + 2;
      const padded = Buffer.concat([body.subarray(0, 32 - length), Buffer.alloc(length, length)]);
      // The first and the middle byte of each padding, by one bit and by all.
      return [0, length >> 1].flatMap((of) =>
        [1, 0xff].map((flip) => {
          const changed = Buffer.from(padded);
          const where = 32 - length + Math.min(of, length - 2);
          changed[where] = (changed[where] ?? 0) ^ flip;
          return changed;
        }),
      );
    });
    const wrong = [...last, ...torn].map((blocks) => made(undefined, blocks));
    const whole = raw(mode, key, iv, Buffer.concat([body, Buffer.alloc(16, 16)]));
    const cut = [0, 1, 15, 17, 31, 33, 47].map((length) => ({
      ...made(undefined, Buffer.alloc(0)),
      sealed: hex(whole.subarray(0, length)),
    }));
    return [...right, ...wrong, ...cut];
  });
}

/** Bits of a tag at which implementations of the past have looked away: the ends of bytes, words and halves. */
const tagBits = [
  0, 1, 6, 7, 8, 15, 16, 31, 32, 33, 47, 48, 63, 64, 65, 71, 79, 80, 95, 96, 97, 103, 111, 112, 126, 127,
];

/** Messages and associated data of many lengths, and every part changed, cut, lengthened or exchanged. */
function sealedByGcm(): Vector[] {
  return [16, 24, 32].flatMap((keyBytes) => {
    const key = bytes(keyBytes, "gcm key");
    const lengths = [0, 1, 2, 7, 8, 12, 15, 16, 17, 31, 32, 33, 47, 48, 63, 64, 65, 127, 128, 129, 255, 511, 4096];
    const ivs = [
      bytes(12, "gcm iv"),
      Buffer.alloc(12),
      Buffer.alloc(12, 0xff),
      Buffer.from(`${"00".repeat(11)}01`, "hex"),
    ];
    const right = lengths.flatMap((length, n) =>
      [0, 1, 16, 20, 65].map((aadLength, m) =>
        gcm(
          key,
          ivs[(n + m) % ivs.length] ?? bytes(12, "iv"),
          bytes(length, "gcm message"),
          bytes(aadLength, "gcm aad"),
        ),
      ),
    );
    const base =
      right.find(({ message }) => message?.length === 66) ?? gcm(key, Buffer.alloc(12), bytes(33, "m"), bytes(5, "a"));
    const sealed = Buffer.from(base.sealed, "hex");
    const tagAt = sealed.length - 16;
    const changed = (change: (copy: Buffer) => Buffer): Vector => {
      const { message: _, ...rest } = base;
      return { ...rest, sealed: hex(change(Buffer.from(sealed))) };
    };
    const flip = (byte: number, mask: number): Vector =>
      changed((copy) => {
        copy[byte] = (copy[byte] ?? 0) ^ mask;
        return copy;
      });
    return [
      ...right,
      ...tagBits.map((bit) => flip(tagAt + (bit >> 3), 1 << (bit & 7))),
      ...[0, 5, 11, 12, 20, tagAt - 1].map((byte) => flip(byte, 0x80)),
      ...[0x00, 0xff].map((value) => changed((copy) => copy.fill(value, tagAt))),
      ...[0x80, 0x01, 0xff].map((mask) =>
        changed((copy) => copy.map((byte, at) => (at < tagAt ? byte : byte ^ mask)) as Buffer),
      ),
      ...[1, 4, 8, 12, 15].map((less) => changed((copy) => copy.subarray(0, copy.length - less))),
      ...[0, 1, 12, 27].map((length) => changed((copy) => copy.subarray(0, length))),
      changed((copy) => Buffer.concat([copy, Buffer.alloc(1)])),
      changed((copy) => Buffer.concat([copy.subarray(0, 12), copy.subarray(tagAt), copy.subarray(12, tagAt)])),
      { ...changed((copy) => copy), aad: "" },
      { ...changed((copy) => copy), aad: `${base.aad}00` },
      { ...changed((copy) => copy), key: hex(bytes(keyBytes, "another key")) },
    ].filter(
      (one, at, all) =>
        one.message !== undefined || !all.some((other) => other.message !== undefined && same(one, other)),
    );
  });
}

function same(a: Vector, b: Vector): boolean {
  return a.sealed === b.sealed && a.aad === b.aad && a.key === b.key;
}

function gcm(key: Buffer, iv: Buffer, message: Buffer, aad: Buffer): Vector {
  const cipher = createCipheriv(`aes-${key.length * 8}-gcm` as "aes-256-gcm", key, iv).setAAD(aad);
  const sealed = Buffer.concat([iv, cipher.update(message), cipher.final(), cipher.getAuthTag()]);
  return { mode: "gcm", key: hex(key), aad: hex(aad), message: hex(message), sealed: hex(sealed) };
}

/** A vector of Project Wycheproof (`wycheproof/README.md`): its message is null where it must be refused. */
type Wycheproof = readonly [key: string, ivOrAad: string, message: string | null, sealed: string];

function wycheproof(mode: "gcm" | "cbc"): Vector[] {
  const vectors = JSON.parse(readFileSync(new URL(`wycheproof/${mode}.json`, import.meta.url), "utf8")) as Wycheproof[];
  return vectors.map(([key, ivOrAad, message, sealed]) => ({
    mode,
    key,
    ...(mode === "gcm" ? { aad: ivOrAad } : { iv: ivOrAad }),
    ...(message === null ? {} : { message }),
    sealed,
  }));
}
