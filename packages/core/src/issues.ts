import { builtOf, type Parser } from "./schema.js";

/** What a schema objects to, in zod's raw form: no message is ever built, so no value is quoted. */
export interface Issue {
  readonly code?: string | undefined;
  readonly path?: readonly PropertyKey[] | undefined;
  readonly expected?: unknown;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly format?: unknown;
  readonly params?: { readonly expected?: unknown } | undefined;
  readonly input?: unknown;
  /** Whether later checks of the same value still run: yes, no, or only those that say when they do. */
  readonly continue?: boolean | undefined;
}

/**
 * Everything in which a value differs from its documented schema.
 *
 * A schema of zod is run. A parser of a built package says what zod would say of it, which a test holds it to: loading
 * zod to explain a no would make every bundle 7 KB larger, and a callback, which is read at once, could not wait for it.
 */
export function documentedIssues(shape: object, value: unknown): Issue[] {
  const built = builtOf(shape);
  if (built.words !== undefined) return explain(built as Parser, value);
  const result = built._zod?.run({ value, issues: [] }, { async: false });
  if (result === undefined || result instanceof Promise)
    throw new TypeError("Schemas of this library are synchronous.");
  return result.issues;
}

function explain(parser: Parser, value: unknown): Issue[] {
  const [name, args, base] = parser.words;
  if (base !== undefined) return checked(base, args as readonly Check[], value);
  const objections = explanations[name];
  if (objections !== undefined) return objections(value, ...(args as never[]));
  return parser.accepts(value) ? [] : [{ code: "invalid_type", expected: name, input: value }];
}

type Explanation = (value: unknown, ...args: never[]) => Issue[];
type Shape = Readonly<Record<string, Parser>>;
type Check = Parser & { holds(value: unknown): boolean };

/** The words whose objection is more than the name of a type. */
const explanations: Readonly<Record<string, Explanation>> = {
  int: (input) => {
    if (!Number.isFinite(input)) return [{ code: "invalid_type", expected: "number", input }];
    if (!Number.isInteger(input))
      return [{ code: "invalid_type", expected: "int", format: "safeint", input, continue: false }];
    if (Number.isSafeInteger(input)) return [];
    return (input as number) > 0
      ? [{ code: "too_big", maximum: Number.MAX_SAFE_INTEGER, input, continue: true }]
      : [{ code: "too_small", minimum: Number.MIN_SAFE_INTEGER, input, continue: true }];
  },
  literal: (input, values: unknown) => oneOf(input, Array.isArray(values) ? values : [values]),
  enum: (input, values: readonly unknown[]) => oneOf(input, values),
  custom: (input, holds: (value: unknown) => boolean, how?: How) =>
    holds(input) ? [] : [{ code: "custom", input, path: how?.path ?? [], params: how?.params, continue: false }],
  optional: (input, inner: Parser) => (input === undefined ? [] : documentedIssues(inner, input)),
  nullable: (input, inner: Parser) => (input === null ? [] : documentedIssues(inner, input)),
  union: (input, options: readonly Parser[]) => {
    const errors: Issue[][] = [];
    for (const option of options) {
      const issues = documentedIssues(option, input);
      if (issues.length === 0) return [];
      errors.push(issues);
    }
    const near = errors.filter((issues) => !ended(issues));
    if (near.length === 1) return near[0] ?? [];
    // zod hands on the objections of options without what they object to.
    const bare = errors.map((issues) =>
      issues.map((issue) => ({ ...issue, path: issue.path ?? [], input: undefined, continue: undefined })),
    );
    return [{ code: "invalid_union", errors: bare, input }];
  },
  array: (input, element: Parser) => {
    if (!Array.isArray(input)) return [{ code: "invalid_type", expected: "array", input }];
    return Array.from(input, (one, at) => under(at, documentedIssues(element, one))).flat();
  },
  record: (input, key: Parser, element: Parser) => {
    if (!isRecord(input)) return [{ code: "invalid_type", expected: "record", input }];
    return Reflect.ownKeys(input)
      .filter((name) => name !== "__proto__" && Object.prototype.propertyIsEnumerable.call(input, name))
      .flatMap((name): Issue[] =>
        documentedIssues(key, name).length > 0
          ? [{ code: "invalid_key", input: name, path: [name] }]
          : under(name, documentedIssues(element, input[name])),
      );
  },
  strictObject: (input, shape: Shape) => {
    const issues = fields(input, shape);
    if (!isObject(input)) return issues;
    const keys = namesIn(input).filter((name) => !Object.hasOwn(shape, name));
    return keys.length === 0 ? issues : [...issues, { code: "unrecognized_keys", keys, input, continue: true }];
  },
  looseObject: (input, shape: Shape) => fields(input, shape),
  object: (input, shape: Shape) => fields(input, shape),
  catchall: (input, base: Parser, rest: Parser) => {
    const [shape] = base.words[1] as readonly [Shape];
    const issues = fields(input, shape);
    if (!isObject(input)) return issues;
    const others = namesIn(input).filter((name) => !Object.hasOwn(shape, name) && name !== "__proto__");
    return [...issues, ...others.flatMap((name) => under(name, documentedIssues(rest, input[name])))];
  },
};

function oneOf(input: unknown, values: readonly unknown[]): Issue[] {
  return values.includes(input) ? [] : [{ code: "invalid_value", values, input }];
}

function fields(input: unknown, shape: Shape): Issue[] {
  if (!isObject(input)) return [{ code: "invalid_type", expected: "object", input }];
  return Object.entries(shape).flatMap(([name, field]): Issue[] => {
    const there = name in input;
    if (!there && field.optional) return [];
    const issues = documentedIssues(field, input[name]);
    if (!there && issues.length === 0) return [{ code: "invalid_type", expected: "nonoptional", path: [name] }];
    return under(name, issues);
  });
}

interface How {
  readonly path?: readonly PropertyKey[];
  readonly params?: Issue["params"];
  readonly when?: (payload: { value: unknown; issues: readonly Issue[] }) => boolean;
}

/** Checks run on what the schema makes of a value: of a strict object, the documented fields. */
function checked(base: Parser, checks: readonly Check[], input: unknown): Issue[] {
  const issues = [...explain(base, input)];
  const value = asMade(base, input);
  let over = ended(issues);
  for (const check of checks) {
    const when = whenOf(check);
    if (when === undefined ? over : refused(issues) || !when({ value, issues })) continue;
    const before = issues.length;
    const [name, args] = check.words;
    if (name === "check") (args[0] as (payload: object) => void)({ value, issues });
    else if (!check.holds(value)) issues.push(objection(check, value));
    over ||= ended(issues.slice(before));
  }
  return issues;
}

function whenOf({ words: [name, args] }: Check): How["when"] {
  if (name === "refine") return (args[1] as How | undefined)?.when;
  const sized = name === "minLength" || name === "maxLength";
  return sized ? ({ value }) => (value as { length?: unknown } | null | undefined)?.length !== undefined : undefined;
}

function objection({ words: [name, [arg, how]] }: Check, input: unknown): Issue {
  if (name === "refine") {
    const { path = [], params } = (how ?? {}) as How;
    return { code: "custom", input, path, params, continue: true };
  }
  if (name === "regex") return { code: "invalid_format", format: "regex", input, continue: true };
  return name.startsWith("min")
    ? { code: "too_small", minimum: arg, input, continue: true }
    : { code: "too_big", maximum: arg, input, continue: true };
}

function asMade(base: Parser, input: unknown): unknown {
  const [name, [shape]] = base.words;
  if ((name !== "strictObject" && name !== "object") || !isObject(input)) return input;
  return Object.fromEntries(Object.keys(shape as Shape).flatMap((key) => (key in input ? [[key, input[key]]] : [])));
}

/** Whether checks that say nothing of when they run are left out. */
function ended(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.continue !== true);
}

/** Whether all further checks are left out. */
function refused(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.continue === false);
}

function under(key: PropertyKey, issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => ({ ...issue, path: [key, ...(issue.path ?? [])] }));
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** No instance of a class; told as zod does, by a constructor of some realm's own `Object`. */
function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  if (!isObject(value)) return false;
  const { constructor } = value as { constructor?: unknown };
  return typeof constructor !== "function" || Object.hasOwn((constructor.prototype ?? {}) as object, "isPrototypeOf");
}

/** Inherited ones as well. */
function namesIn(value: object): string[] {
  const names: string[] = [];
  for (const name in value) names.push(name);
  return names;
}
