import { maxCallbackBytes } from "./callback-limit.js";
import { isTolerable, judgeIssues } from "./drift.js";
import type { ShapeIssue } from "./errors/body-errors.js";
import { CallbackError } from "./errors/outcome-errors.js";
import { documentedIssues } from "./issues.js";
import { JsonFault, type JsonLimits } from "./json/fault.js";
import { nestsDeeperThan } from "./json/nesting.js";
import { parseJson } from "./json/parse.js";
import type { Shape } from "./schema.js";

/**
 * Reads the body of a callback: text, bytes, or what a framework parsed already.
 *
 * Text is preferred: a framework's parser has rounded large integers and dropped a second decision before we see it.
 *
 * @throws {@link CallbackError} when it is too long, not JSON, or not an object.
 */
export function readCallback(
  vendor: string,
  body: unknown,
  decisive: readonly string[],
  limits?: JsonLimits,
): Record<string, unknown> {
  const value = typeof body === "string" || body instanceof Uint8Array ? parse(vendor, body, decisive, limits) : body;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new CallbackError(vendor, "the callback's body is not a JSON object.");
  return value as Record<string, unknown>;
}

/** Checks a callback's payload against its schema as answers are checked. */
export function checkCallback<Payload>(
  vendor: string,
  schema: Shape<Payload>,
  value: unknown,
  decisive: readonly string[],
): { payload: Payload; drift: readonly ShapeIssue[] } {
  if (schema.accepts(value)) return { payload: value, drift: [] };
  const deviations = judgeIssues(schema, value, documentedIssues(schema, value), decisive);
  if (!isTolerable(deviations)) {
    const where = deviations.filter((one) => one.fatal).map((one) => `${one.path} (${one.kind})`);
    throw new CallbackError(
      vendor,
      `the callback differs from its documented shape at ${where.slice(0, 20).join(", ")}.`,
    );
  }
  return { payload: value as Payload, drift: deviations.map(({ path, kind }) => ({ path, kind })) };
}

function parse(
  vendor: string,
  body: string | Uint8Array,
  decisive: readonly string[],
  limits: JsonLimits | undefined,
): unknown {
  if (body.length > maxCallbackBytes)
    throw new CallbackError(vendor, `the callback is longer than ${maxCallbackBytes} bytes.`);
  try {
    const text = typeof body === "string" ? body : new TextDecoder("utf-8", { fatal: true }).decode(body);
    // `JSON.parse` would build all of a bomb before it is counted.
    if (text.length > 16_384 && nestsDeeperThan(text, limits?.maxDepth ?? 64)) throw new JsonFault("too_deep");
    return parseJson(text, decisive, limits);
  } catch (error) {
    const kind = error instanceof JsonFault ? ` (${error.kind})` : "";
    throw new CallbackError(vendor, `the callback's body is not JSON that can be relied on${kind}.`);
  }
}
