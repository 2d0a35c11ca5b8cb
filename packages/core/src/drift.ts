import type * as z from "zod/mini";
import type { ShapeIssue } from "./errors/body-errors.js";

/** One way in which an answer leaves its contract, and whether the value can still be used. */
export interface Deviation extends ShapeIssue {
  /** A field that the call cannot do without, or that carries a decision, is missing or has another type. */
  readonly fatal: boolean;
}

/** What our own passes add to zod's parse context. */
export interface ClosedContext {
  readonly [key: symbol]: unknown;
}

/** Whether the value can be handed out: its type tells the truth about everything that matters. */
export function isTolerable(deviations: readonly Deviation[]): boolean {
  return deviations.every((deviation) => !deviation.fatal);
}

/** What is read of a raw issue; the rest differs by code. */
interface Issue {
  readonly code?: string | undefined;
  readonly path?: readonly PropertyKey[] | undefined;
}

const expectedMark = Symbol.for("@x/core/expected");

/**
 * Reads zod's raw issues as deviations.
 *
 * @param schema - The documented schema that made the issues.
 * @param root - The value it saw.
 * @param issues - Raw issues, paths relative to the root.
 * @param decisive - Names of fields that carry a decision: another type there is fatal even when the field is optional.
 */
export function judgeIssues(
  schema: z.core.$ZodType,
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
  schema: z.core.$ZodType,
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
  schema: z.core.$ZodType,
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

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly valueType?: z.core.$ZodType;
}

function definition(schema: z.core.$ZodType): Definition {
  return schema._zod.def;
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  let at = schema;
  for (let inner = definition(at).innerType; inner !== undefined; inner = definition(at).innerType) at = inner;
  return at;
}

function optionOf(union: z.core.$ZodType | undefined, index: number): z.core.$ZodType | undefined {
  return union === undefined ? undefined : definition(unwrap(union)).options?.[index];
}

function child(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  const def = definition(unwrap(schema));
  if (def.shape !== undefined)
    return typeof key === "string" && Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
  if (def.options === undefined) return def.element ?? def.valueType;
  return def.options.map((option) => child(option, key)).find((found) => found !== undefined);
}

function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  let at: z.core.$ZodType | undefined = schema;
  for (const key of path) at = at === undefined ? undefined : child(at, key);
  return at;
}

/** Required means: the nearest named field on the path is. An element stands or falls with its list. */
function isRequired(schema: z.core.$ZodType, path: readonly PropertyKey[]): boolean {
  let required = true;
  let at: z.core.$ZodType | undefined = schema;
  for (const key of path) {
    const owner: z.core.$ZodType | undefined = at;
    at = owner === undefined ? undefined : child(owner, key);
    if (owner === undefined || at === undefined) return required;
    const isField = isNamed(owner, key);
    if (isField) required = at._zod.optin !== "optional" && (at as { [expectedMark]?: unknown })[expectedMark] !== true;
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
export function printablePath(schema: z.core.$ZodType, path: readonly PropertyKey[]): string {
  let text = "";
  let at: z.core.$ZodType | undefined = schema;
  for (const key of path) {
    const owner: z.core.$ZodType | undefined = at;
    at = owner === undefined ? undefined : child(owner, key);
    text = join(text, owner !== undefined && at !== undefined && isNamed(owner, key) ? String(key) : "*");
  }
  return text;
}

/** Whether a key stands in a documented shape, and is not a key of a record. */
function isNamed(schema: z.core.$ZodType, key: PropertyKey): boolean {
  const { shape, options } = definition(unwrap(schema));
  if (options !== undefined) return options.some((option) => isNamed(option, key));
  return typeof key === "string" && shape !== undefined && Object.hasOwn(shape, key);
}

function join(path: string, key: string): string {
  if (path === "") return key;
  return key === "" ? path : `${path}.${key}`;
}

/** Names that a schema documents at a path. */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const at = schemaAt(schema, path);
  return at === undefined ? [] : Object.keys(definition(unwrap(at)).shape ?? {});
}
