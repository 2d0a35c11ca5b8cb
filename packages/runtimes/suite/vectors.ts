import { createCipheriv } from "node:crypto";

/** What another implementation, OpenSSL, encrypts: the packages' own have to read it, and for ECB write the same. */
export const vectors = makeVectors();

interface Vectors {
  readonly secret: string;
  readonly plain: string;
  readonly sealed: Readonly<Record<"aes-256-ecb" | "aes-256-cbc" | "aes-256-gcm", string>>;
}

function makeVectors(): Vectors {
  const secret = "vector-secret-0123456789abcdefghijklmnop";
  const plain = JSON.stringify({ name: "王又曾", kyc_result: "approved", filler: "x".repeat(1000) });
  const key = Buffer.from(secret).subarray(0, 32);
  const seal = (mode: string, iv: Buffer | null): Buffer => {
    const cipher = createCipheriv(mode, key, iv);
    const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
    const tag =
      "getAuthTag" in cipher && mode.endsWith("gcm") ? (cipher.getAuthTag as () => Buffer)() : Buffer.alloc(0);
    return Buffer.concat([iv ?? Buffer.alloc(0), body, tag]);
  };
  return {
    secret,
    plain,
    sealed: {
      "aes-256-ecb": seal("aes-256-ecb", null).toString("base64"),
      "aes-256-cbc": seal("aes-256-cbc", Buffer.alloc(16, 7)).toString("base64"),
      "aes-256-gcm": seal("aes-256-gcm", Buffer.alloc(12, 7)).toString("base64"),
    },
  };
}
