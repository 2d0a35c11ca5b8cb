import { AesCbc, AesEcb, AesGcm, type Cipher, DecryptionError, fromHex, toHex } from "../../dist/index.js";

/** One thing to open; everything in hex. */
export interface Vector {
  readonly mode: "ecb" | "cbc" | "gcm";
  readonly key: string;
  /** For CBC; GCM carries its own in front. */
  readonly iv?: string;
  readonly aad?: string;
  /** What comes out; absent when it must be refused. */
  readonly message?: string;
  readonly sealed: string;
}

/** How a set went. */
export interface Tally {
  readonly accepted: number;
  readonly refused: number;
  /** Positions of those that went otherwise than they must. */
  readonly wrong: readonly number[];
}

/** Opens every vector with the library's ciphers; and seals it again, where that has one result. */
export async function check(vectors: readonly Vector[]): Promise<Tally> {
  const wrong: number[] = [];
  let [accepted, refused] = [0, 0];
  for (const [at, vector] of vectors.entries()) {
    const cipher = cipherOf(vector);
    const opened = await cipher.decrypt(bytes(vector.sealed)).then(toHex, (error: unknown) => {
      // Another error would tell whoever asks what was wrong.
      return error instanceof DecryptionError ? undefined : "another error";
    });
    if (opened === undefined) refused++;
    else accepted++;
    const resealed =
      vector.message === undefined || vector.mode === "gcm"
        ? vector.sealed
        : toHex(await cipher.encrypt(bytes(vector.message)));
    if (opened !== vector.message || resealed !== vector.sealed) wrong.push(at);
  }
  return { accepted, refused, wrong };
}

function cipherOf({ mode, key, iv = "", aad = "" }: Vector): Cipher {
  if (mode === "ecb") return new AesEcb(bytes(key));
  return mode === "cbc"
    ? new AesCbc(bytes(key), { iv: bytes(iv) })
    : new AesGcm(bytes(key), { associated: bytes(aad) });
}

function bytes(hex: string): Uint8Array {
  const read = fromHex(hex);
  if (read === undefined) throw new Error("not hex");
  return read;
}
