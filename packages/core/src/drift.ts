import type { ShapeIssue } from "./errors/body-errors.js";
import type { Issue } from "./issues.js";
import { isOptional, type Outline, outlineOf } from "./outline.js";

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
  decisive: readonly string[],
): Deviation[] {
  return issues.flatMap((issue): Deviation[] => {
    const path = issue.path ?? [];
    const { keys, errors, values = [] } = issue;
    if (keys !== undefined) {
      const where = join(printablePath(schema, path), "*");
      return keys.map(() => ({ path: where, kind: "unknown_field", fatal: false }));
    }
    return errors === undefined
      ? [judgeValue(schema, root, path, values, decisive)]
      : judgeUnion(schema, root, path, errors, decisive);
  });
}

/** @param known - The values that are documented there, where there is a list of them. */
function judgeValue(
  schema: object,
  root: unknown,
  path: readonly PropertyKey[],
  known: readonly unknown[],
  decisive: readonly string[],
): Deviation {
  const value = valueAt(root, path);
  const where = printablePath(schema, path);
  if (known.some((one) => typeof one === typeof value)) return { path: where, kind: "unknown_value", fatal: false };
  const kind = value === undefined ? "missing_field" : "unexpected_type";
  const field = path.findLast((key) => typeof key === "string");
  const decides = value !== undefined && decisive.some((name) => name === field);
  return { path: where, kind, fatal: decides || isRequired(schema, path) };
}

/** A union says only that nothing fitted; the option that came closest says why. */
function judgeUnion(
  schema: object,
  root: unknown,
  path: readonly PropertyKey[],
  errors: readonly (readonly Issue[])[],
  decisive: readonly string[],
): Deviation[] {
  const { options } = outlineOf(unwrap(schemaAt(schema, path)));
  const judged = errors.map((issues, index) => {
    const deviations = judgeIssues(options?.[index] ?? undocumented, valueAt(root, path), issues, decisive);
    // One value alone stands for a kind: of another kind is further away than anything else.
    const isOther = issues.some(({ values }) => values?.length === 1);
    return { deviations, distance: weight(deviations) + (isOther ? 1_000_000 : 0) };
  });
  const best = judged.toSorted((one, other) => one.distance - other.distance)[0]?.deviations;
  if (best === undefined || best.some((one) => one.path === "")) return [judgeValue(schema, root, path, [], decisive)];
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

/** What stands where nothing is documented: a schema that says nothing. */
const undocumented: object = {};

function child(schema: object, key: PropertyKey): object {
  const { shape, options, element, valueType } = outlineOf(unwrap(schema));
  if (options !== undefined)
    return options.map((option) => child(option, key)).find((found) => found !== undocumented) ?? undocumented;
  return fieldOf(shape, key) ?? element ?? valueType ?? undocumented;
}

function schemaAt(schema: object, path: readonly PropertyKey[]): object {
  return path.reduce(child, schema);
}

/** Required means: the nearest named field on the path is. An element stands or falls with its list. */
function isRequired(schema: object, path: readonly PropertyKey[]): boolean {
  let required = true;
  let at = schema;
  for (const key of path) {
    const found = child(at, key);
    if (isNamed(at, key)) required = !isOptional(found);
    at = found;
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
  let at = schema;
  for (const key of path) {
    text = join(text, isNamed(at, key) ? String(key) : "*");
    at = child(at, key);
  }
  return text;
}

/** Whether a key stands in a documented shape, and is not a key of a record. */
function isNamed(schema: object, key: PropertyKey): boolean {
  const { shape, options } = outlineOf(unwrap(schema));
  return options?.some((option) => isNamed(option, key)) ?? fieldOf(shape, key) !== undefined;
}

function fieldOf(shape: Outline["shape"], key: PropertyKey): object | undefined {
  return shape !== undefined && Object.hasOwn(shape, key) ? shape[String(key)] : undefined;
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** Names that a schema documents at a path. */
export function knownKeys(schema: object, path: readonly PropertyKey[]): string[] {
  return Object.keys(outlineOf(unwrap(schemaAt(schema, path))).shape ?? {});
}
