import { JsonFault, type JsonLimits } from "./fault.js";
import { quoteUnsafeIntegers } from "./quote.js";
import { scanJson } from "./scan.js";
import { isTooWide } from "./width.js";

/**
 * Parses JSON and refuses what would hurt later: bombs, rounded integers, a decision that stands twice.
 *
 * The common answer pays for `JSON.parse` and one short walk; only a suspicious text is scanned.
 */
export function parseJson(text: string, decisive: readonly string[] = [], limits: JsonLimits = {}): unknown {
  const maxValues = limits.maxValues ?? 200_000;
  if (isTooWide(text, maxValues)) throw new JsonFault("too_many_values");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JsonFault(looksCut(text) ? "truncated" : "invalid");
  }
  const { keys } = count(value, limits.maxDepth ?? 64, maxValues);
  // In a string a quote comes before the digits; ids of that length are mostly written so.
  const mayRound = /(?:^|[[:,\s])-?\d{16}/.test(text);
  if (mayRound && limits.unsafeIntegers === "text") {
    const quoted = quoteUnsafeIntegers(text);
    if (quoted !== text) return parseJson(quoted, decisive, { ...limits, unsafeIntegers: "refuse" });
  }
  const suspicious = mayRound || (decisive.length > 0 && keyTokens(text) !== keys);
  if (suspicious) scanJson(text, decisive);
  return value;
}

/** Each key is followed by a colon; a second key of one name leaves one colon too many. */
function keyTokens(text: string): number {
  return text.match(/"\s*:/g)?.length ?? 0;
}

/** Counts without recursion: a bomb must not reach the stack. */
function count(root: unknown, maxDepth: number, maxValues: number): { keys: number } {
  let keys = 0;
  let values = 1;
  let level: object[] = isContainer(root) ? [root] : [];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth) throw new JsonFault("too_deep");
    const next: object[] = [];
    for (const container of level) {
      const children: readonly unknown[] = Array.isArray(container) ? container : Object.values(container);
      values += children.length;
      if (values > maxValues) throw new JsonFault("too_many_values");
      if (!Array.isArray(container)) keys += children.length;
      for (const child of children) if (isContainer(child)) next.push(child);
    }
    level = next;
  }
  return { keys };
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Whether a text that is not JSON stops before its containers and strings are closed. */
function looksCut(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === "\\") at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") depth++;
    else if (char === "}" || char === "]") depth--;
  }
  return /^\s*[[{]/.test(text) && (inString || depth > 0);
}
