import type { ShapeIssue } from "./errors/body-errors.js";
import type { Issue } from "./issues.js";
import { isOptional, outlineOf } from "./outline.js";

/** One way in which an answer leaves its contract, and whether the value can still be used. */
export interface Deviation extends ShapeIssue {
  /** A field that the call cannot do without, or that carries a decision, is missing or has another type. */
  readonly fatal: boolean;
}

/** Whether the value can be handed out: its type tells the truth about everything that matters. */
export function isTolerable(deviations: readonly Deviation[]): boolean {
  return deviations.every((deviation) => !deviation.fatal);
}

/**
 * Reads zod's raw issues as deviations.
 *
 * @param schema - The documented schema that made the issues.
 * @param root - The value it saw.
 * @param issues - Raw issues, paths relative to the root.
 * @param decisive - Names of fields that carry a decision: another type there is fatal even when the field is optional.
 */
export function judgeIssues(
  schema: object,
  root: unknown,
  issues: readonly Issue[],
  decisive: readonly string[] = [],
): Deviation[] {
  const found: Deviation[] = [];
  for (const issue of issues) {
    const path = issue.path ?? [];
    if (issue.code === "unrecognized_keys") {
      const count = (issue as { keys?: readonly string[] }).keys?.length ?? 1;
      for (let n = 0; n < count; n++)
        found.push({ path: join(printablePath(schema, path), "*"), kind: "unknown_field", fatal: false });
    } else if (issue.code === "invalid_union") {
      found.push(...judgeUnion(schema, root, path, issue, decisive));
    } else {
      found.push(judgeValue(schema, root, path, issue, decisive));
    }
  }
  return found;
}

function judgeValue(
  schema: object,
  root: unknown,
  path: readonly PropertyKey[],
  issue: Issue,
  decisive: readonly string[],
): Deviation {
  const value = valueAt(root, path);
  const where = printablePath(schema, path);
  const known = (issue as { values?: readonly unknown[] }).values;
  if (issue.code === "invalid_value" && known !== undefined && known.some((one) => typeof one === typeof value))
    return { path: where, kind: "unknown_value", fatal: false };
  const leaf = path.findLast((key) => typeof key === "string");
  const fatal =
    isRequired(schema, path) || (typeof leaf === "string" && decisive.includes(leaf) && value !== undefined);
  return { path: where, kind: value === undefined ? "missing_field" : "unexpected_type", fatal };
}

/** A union says only that nothing fitted; the option that came closest says why. */
function judgeUnion(
  schema: object,
  root: unknown,
  path: readonly PropertyKey[],
  issue: Issue,
  decisive: readonly string[],
): Deviation[] {
  const options = (issue as { errors?: readonly Issue[][] }).errors ?? [];
  const union = schemaAt(schema, path);
  let best: Deviation[] | undefined;
  options.forEach((errors, index) => {
    const option = optionOf(union, index);
    if (option === undefined) return;
    const judged = judgeIssues(option, valueAt(root, path), errors, decisive);
    if (best === undefined || weight(judged) < weight(best)) best = judged;
  });
  if (best === undefined || best.some((one) => one.path === "")) return [judgeValue(schema, root, path, {}, decisive)];
  const prefix = printablePath(schema, path);
  return best.map((one) => ({ ...one, path: join(prefix, one.path) }));
}

function weight(deviations: readonly Deviation[]): number {
  return deviations.reduce((sum, one) => sum + (one.fatal ? 1000 : 1), 0);
}

function unwrap(schema: object): object {
  let at = schema;
  for (let inner = outlineOf(at).innerType; inner !== undefined; inner = outlineOf(at).innerType) at = inner;
  return at;
}

function optionOf(union: object | undefined, index: number): object | undefined {
  return union === undefined ? undefined : outlineOf(unwrap(union)).options?.[index];
}

function child(schema: object, key: PropertyKey): object | undefined {
  const def = outlineOf(unwrap(schema));
  if (def.shape !== undefined)
    return typeof key === "string" && Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
  if (def.options === undefined) return def.element ?? def.valueType;
  return def.options.map((option) => child(option, key)).find((found) => found !== undefined);
}

function schemaAt(schema: object, path: readonly PropertyKey[]): object | undefined {
  let at: object | undefined = schema;
  for (const key of path) at = at === undefined ? undefined : child(at, key);
  return at;
}

/** Required means: the nearest named field on the path is. An element stands or falls with its list. */
function isRequired(schema: object, path: readonly PropertyKey[]): boolean {
  let required = true;
  let at: object | undefined = schema;
  for (const key of path) {
    const owner: object | undefined = at;
    at = owner === undefined ? undefined : child(owner, key);
    if (owner === undefined || at === undefined) return required;
    const isField = isNamed(owner, key);
    if (isField) required = !isOptional(at);
  }
  return required;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let at = root;
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

/** Documented names only: an index or a key of the other side's choice may be a person's. */
export function printablePath(schema: object, path: readonly PropertyKey[]): string {
  let text = "";
  let at: object | undefined = schema;
  for (const key of path) {
    const owner: object | undefined = at;
    at = owner === undefined ? undefined : child(owner, key);
    text = join(text, owner !== undefined && at !== undefined && isNamed(owner, key) ? String(key) : "*");
  }
  return text;
}

/** Whether a key stands in a documented shape, and is not a key of a record. */
function isNamed(schema: object, key: PropertyKey): boolean {
  const { shape, options } = outlineOf(unwrap(schema));
  if (options !== undefined) return options.some((option) => isNamed(option, key));
  return typeof key === "string" && shape !== undefined && Object.hasOwn(shape, key);
}

function join(path: string, key: string): string {
  if (path === "") return key;
  return key === "" ? path : `${path}.${key}`;
}

/** Names that a schema documents at a path. */
export function knownKeys(schema: object, path: readonly PropertyKey[]): string[] {
  const at = schemaAt(schema, path);
  return at === undefined ? [] : Object.keys(outlineOf(unwrap(at)).shape ?? {});
}
