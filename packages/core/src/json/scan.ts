import { JsonFault } from "./fault.js";

/**
 * Walks a text that `JSON.parse` accepts and refuses what it accepts silently: a rounded integer, a second decision.
 *
 * @param text - Valid JSON.
 * @param decisive - Keys that must not stand twice in one object.
 */
export function scanJson(text: string, decisive: readonly string[]): void {
  const tokens = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|["{}[\]:]/gy;
  const between = /[^"\d{}[\]:-]*/gy;
  const objects: Set<string>[] = [];
  const stack: ("object" | "array")[] = [];
  let last: string | undefined;
  for (let at = 0; at < text.length; at = tokens.lastIndex) {
    between.lastIndex = at;
    between.exec(text);
    tokens.lastIndex = between.lastIndex;
    const token = tokens.exec(text)?.[0];
    if (token === undefined) return;
    if (token === '"') {
      const from = tokens.lastIndex - 1;
      tokens.lastIndex = endOfString(text, from);
      last = text.slice(from, tokens.lastIndex);
    } else if (token === "{") {
      stack.push("object");
      objects.push(new Set());
    } else if (token === "[") stack.push("array");
    else if (token === "}" || token === "]") {
      if (stack.pop() === "object") objects.pop();
    } else if (token === ":") noteKey(objects.at(-1), last, decisive);
    else refuseRounded(token);
  }
}

/** Where a string ends: after a quote that an even number of backslashes precedes. A regex would exhaust the stack. */
export function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); ; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
}

function noteKey(keys: Set<string> | undefined, token: string | undefined, decisive: readonly string[]): void {
  if (keys === undefined || token === undefined) return;
  const key = JSON.parse(token) as string;
  if (!decisive.includes(key)) return;
  if (keys.has(key)) throw new JsonFault("duplicate_key");
  keys.add(key);
}

function refuseRounded(token: string): void {
  if (/^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token))) throw new JsonFault("unsafe_integer");
}
