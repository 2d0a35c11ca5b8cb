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
  const found: Count = { keys: 0, values: 0, large: false };
  count(value, limits.maxDepth ?? 64, maxValues, found);
  if (found.values > maxValues) throw new JsonFault("too_many_values");
  // An integer that was rounded is still above what is safe.
  const suspicious = found.large || (decisive.length > 0 && keyTokens(text) !== found.keys);
  if (!suspicious) return value;
  if (limits.unsafeIntegers === "text") {
    const quoted = quoteUnsafeIntegers(text);
    if (quoted !== text) return parseJson(quoted, decisive, { ...limits, unsafeIntegers: "refuse" });
  }
  scanJson(text, decisive);
  return value;
}

/** Each key is followed by a colon; a second key of one name leaves one colon too many. */
function keyTokens(text: string): number {
  let tokens = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) {
    let before = at - 1;
    // Space, tab, line feed, carriage return: what JSON allows there.
    while (before >= 0 && text.charCodeAt(before) <= 32) before--;
    if (text.charCodeAt(before) === quote) tokens++;
  }
  return tokens;
}

const quote = 34;

interface Count {
  keys: number;
  values: number;
  large: boolean;
}

/** Recursion ends at the limit of levels, long before the stack does. Texts, the most of all, cost no call. */
function count(value: unknown, levels: number, maxValues: number, found: Count): void {
  if (++found.values > maxValues) throw new JsonFault("too_many_values");
  if (typeof value === "number") found.large ||= Math.abs(value) > Number.MAX_SAFE_INTEGER;
  else if (isContainer(value)) {
    if (levels === 0) throw new JsonFault("too_deep");
    if (Array.isArray(value)) for (const one of value as unknown[]) count(one, levels - 1, maxValues, found);
    else
      for (const key in value) {
        found.keys++;
        const one = (value as Record<string, unknown>)[key];
        if (typeof one === "string") found.values++;
        else count(one, levels - 1, maxValues, found);
      }
  }
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
