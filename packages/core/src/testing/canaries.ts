import { toBase64 } from "../base64.js";

/** A secret or a person, planted to see where it comes out. */
export interface Canary {
  readonly name: string;
  readonly value: string;
}

/** Finds planted values in a text: plain, base64, URL-encoded, JSON-escaped, hex. Returns what was found. */
export function findCanaries(text: string, canaries: readonly Canary[]): string[] {
  return canaries.flatMap(({ name, value }) =>
    formsOf(value).flatMap(([form, needle]) => (text.includes(needle) ? [`${name} (${form})`] : [])),
  );
}

function formsOf(value: string): [form: string, needle: string][] {
  const bytes = new TextEncoder().encode(value);
  const escaped = Array.from(value, (char) =>
    char > "~" ? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}` : char,
  ).join("");
  return [
    ["plain", value],
    ["base64", toBase64(bytes).replace(/=+$/, "").slice(0, -1)],
    ["url", encodeURIComponent(value)],
    ["json", JSON.stringify(value).slice(1, -1)],
    ["escaped", escaped],
    ["hex", Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")],
  ];
}
