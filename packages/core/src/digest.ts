import { toHex } from "./crypto/hex.js";

/** SHA-256 of a text or of bytes, in hex. */
export async function sha256(data: string | Uint8Array): Promise<string> {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>)));
}

/** SHA-256 over texts, so that no text can pass for two. */
export async function digest(...texts: readonly (string | undefined)[]): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
