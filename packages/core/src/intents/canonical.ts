import { sha256 } from "../digest.js";

/** One text for inputs that say the same, whatever the order of their fields; bytes and files are taken by digest. */
export async function canonical(value: unknown): Promise<string> {
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(await Promise.all(value.map(canonical))).join(",")}]`;
  if (value instanceof Blob) return `file:${await sha256(new Uint8Array(await value.arrayBuffer()))}`;
  if (value instanceof ArrayBuffer) return `file:${await sha256(new Uint8Array(value))}`;
  if (ArrayBuffer.isView(value))
    return `file:${await sha256(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))}`;
  if (typeof value !== "object") return "null";
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${await canonical(member)}`);
  }
  return `{${members.join(",")}}`;
}
