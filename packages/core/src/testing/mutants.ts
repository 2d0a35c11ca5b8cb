import type * as z from "zod/mini";
import { expectedOf, type Shape } from "../schema.js";
import { documentedIssues } from "../issues.js";
import { documentedOf } from "../zod.js";

/** One answer that leaves its contract in one way. */
export interface Mutant {
  /** Where, dotted, indices included. */
  readonly path: string;
  readonly kind: "unknown_field" | "unknown_value" | "missing_field" | "unexpected_type";
  /** Whether the field is one that the call cannot do without. */
  readonly required: boolean;
  readonly value: unknown;
}

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly catchall?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
}

const definition = (schema: z.core.$ZodType): Definition => schema._zod.def;

/** Every answer that differs from a documented one in one place: a new field, a new value, a missing field, another type. */
export function mutantsOf(shape: Shape<unknown>, value: unknown): Mutant[] {
  return walk(documentedOf(shape), value, "", (changed) => changed);
}

function walk(schema: z.core.$ZodType, value: unknown, path: string, rebuild: (changed: unknown) => unknown): Mutant[] {
  const at = narrow(schema, value);
  const def = definition(at);
  if (Array.isArray(value) && def.element !== undefined) {
    const { element } = def;
    return value.flatMap((item, n) =>
      walk(element, item, `${path}.${n}`, (changed) => rebuild(value.with(n, changed))),
    );
  }
  if (typeof value === "object" && value !== null && def.shape !== undefined)
    return ofObject(def, def.shape, value as Record<string, unknown>, path, rebuild);
  if ((def.type === "enum" || def.type === "literal") && value !== null) {
    const other = typeof value === "number" ? 9_876 : "SOMETHING_NEW";
    return [{ path, kind: "unknown_value", required: false, value: rebuild(other) }];
  }
  return [];
}

function ofObject(
  def: Definition,
  shape: Readonly<Record<string, z.core.$ZodType>>,
  value: Record<string, unknown>,
  path: string,
  rebuild: (changed: unknown) => unknown,
): Mutant[] {
  const mutants: Mutant[] = [];
  // An object that is open by contract has no undocumented fields.
  if (definition(def.catchall ?? neverSchema).type === "never")
    mutants.push({
      path,
      kind: "unknown_field",
      required: false,
      value: rebuild({ ...value, a_field_of_tomorrow: "new" }),
    });
  for (const [key, field] of Object.entries(shape)) {
    if (!Object.hasOwn(value, key)) continue;
    const { [key]: present, ...rest } = value;
    const where = path === "" ? key : `${path}.${key}`;
    const isExpected = expectedOf(field) !== undefined;
    const required = !isExpected && field._zod.optin !== "optional";
    if (required || isExpected) mutants.push({ path: where, kind: "missing_field", required, value: rebuild(rest) });
    const wrong = wrongFor(present);
    if (documentedIssues(field, wrong).length > 0)
      mutants.push({ path: where, kind: "unexpected_type", required, value: rebuild({ ...value, [key]: wrong }) });
    mutants.push(...walk(field, present, where, (changed) => rebuild({ ...value, [key]: changed })));
  }
  return mutants;
}

/** A value of another type. What is null may be an enum elsewhere, of which a text would only be an unknown value. */
function wrongFor(present: unknown): unknown {
  if (present === null) return ["text instead"];
  return typeof present === "string" ? 12_345 : "text instead";
}

/** Stands for "no catch-all": the object was declared strict. */
const neverSchema = { _zod: { def: { type: "never" } } } as unknown as z.core.$ZodType;

/** Unwraps optional and nullable, and picks the member of a union that fits. */
function narrow(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  const { innerType, options } = definition(schema);
  if (innerType !== undefined) return narrow(innerType, value);
  if (options === undefined) return schema;
  const fitting = options.find((option) => documentedIssues(option, value).length === 0);
  return fitting === undefined ? schema : narrow(fitting, value);
}
