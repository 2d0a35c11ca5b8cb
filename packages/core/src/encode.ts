import type { AnyEndpoint, Encode } from "./endpoint.js";
import type { InputIssue } from "./errors/input-error.js";
import { ownOnly } from "./own.js";

/** Turns the fields that need it into their wire form; every field that cannot be is named at once. */
export async function encodeInput(
  endpoint: AnyEndpoint,
  input: unknown,
): Promise<{ input: unknown } | { issues: InputIssue[] }> {
  if (endpoint.encode === undefined) return { input };
  const encoded: Record<string, unknown> = ownOnly(input as Record<string, unknown>);
  const issues: InputIssue[] = [];
  for (const [path, encode] of Object.entries(endpoint.encode as Record<string, Encode>)) {
    if (encoded[path] === undefined) continue;
    const result = await encode(encoded[path] as never, encoded);
    if ("issue" in result) issues.push({ path, ...result.issue });
    else Object.assign(encoded, result.also, { [path]: result.value });
  }
  return issues.length > 0 ? { issues } : { input: encoded };
}
