import { builtOf, type Parser } from "./schema.js";

export * from "./schema-entry.js";

/**
 * The words of `zod/mini` that schemas are written in, as parsers that say yes or no and build nothing.
 *
 * The build of a vendor's package puts this in the place of `zod/mini` (docs/decisions/005-size.md). A no is never final:
 * `documentedIssues` is asked then, and decides. So a parser may say no where zod says yes, and never the other way round.
 */

/** A parser that can be narrowed by checks, as a zod schema can. */
interface Checkable extends Parser {
  check(...checks: readonly Check[]): Checkable;
}

/** A further condition on a value. */
interface Check {
  holds(value: never): boolean;
  readonly words: Parser["words"];
}

type Shape = Readonly<Record<string, Parser>>;

/* @__NO_SIDE_EFFECTS__ */
function parser(words: Parser["words"], accepts: (value: unknown) => boolean, optional: () => boolean = no): Checkable {
  const made: Checkable = {
    accepts,
    words,
    get optional() {
      return optional();
    },
    check(...checks) {
      const passes = (value: unknown): boolean => checks.every((check) => check.holds(value as never));
      return parser(["check", checks, made], (value) => accepts(value) && passes(value), optional);
    },
  };
  return made;
}

const no = (): boolean => false;
const yes = (): boolean => true;

/* @__NO_SIDE_EFFECTS__ */
export function string(): Checkable {
  return parser(["string", []], (value) => typeof value === "string");
}

/* @__NO_SIDE_EFFECTS__ */
export function number(): Checkable {
  return parser(["number", []], Number.isFinite);
}

/* @__NO_SIDE_EFFECTS__ */
export function int(): Checkable {
  return parser(["int", []], Number.isSafeInteger);
}

/* @__NO_SIDE_EFFECTS__ */
export function boolean(): Checkable {
  return parser(["boolean", []], (value) => typeof value === "boolean");
}

/* @__NO_SIDE_EFFECTS__ */
export function unknown(): Checkable {
  return parser(["unknown", []], yes);
}

/* @__NO_SIDE_EFFECTS__ */
function nothing(): Checkable {
  return parser(["undefined", []], (value) => value === undefined);
}
export { nothing as undefined };

/* @__NO_SIDE_EFFECTS__ */
function noAnswer(): Checkable {
  return parser(["void", []], (value) => value === undefined);
}
export { noAnswer as void };

/* @__NO_SIDE_EFFECTS__ */
export function literal(values: unknown): Checkable {
  const known = new Set(Array.isArray(values) ? (values as unknown[]) : [values]);
  return parser(["literal", [values]], (value) => known.has(value));
}

/* @__NO_SIDE_EFFECTS__ */
function oneOf(values: readonly string[]): Checkable {
  const known = new Set<unknown>(values);
  return parser(["enum", [values]], (value) => known.has(value));
}
export { oneOf as enum };

/* @__NO_SIDE_EFFECTS__ */
export function custom(holds: (value: unknown) => boolean, ...how: readonly unknown[]): Checkable {
  return parser(["custom", [holds, ...how]], (value) => holds(value));
}

/* @__NO_SIDE_EFFECTS__ */
export function optional(inner: Parser): Checkable {
  const accepts = within(inner);
  return parser(["optional", [inner]], (value) => value === undefined || accepts(value), yes);
}

/* @__NO_SIDE_EFFECTS__ */
export function nullable(inner: Parser): Checkable {
  const accepts = within(inner);
  return parser(
    ["nullable", [inner]],
    (value) => value === null || accepts(value),
    () => inner.optional,
  );
}

/* @__NO_SIDE_EFFECTS__ */
export function union(options: readonly Parser[]): Checkable {
  return parser(
    ["union", [options]],
    (value) => {
      for (const option of options) if (option.accepts(value)) return true;
      return false;
    },
    () => options.some((option) => option.optional),
  );
}

/* @__NO_SIDE_EFFECTS__ */
export function array(element: Parser): Checkable {
  const accepts = within(element);
  return parser(["array", [element]], (value) => {
    if (!Array.isArray(value)) return false;
    for (const one of value as unknown[]) if (!accepts(one)) return false;
    return true;
  });
}

/* @__NO_SIDE_EFFECTS__ */
export function record(key: Parser, element: Parser): Checkable {
  return parser(["record", [key, element]], (value) => {
    if (!isPlain(value) || Object.getOwnPropertySymbols(value).length > 0) return false;
    for (const name in value) if (!key.accepts(name) || !element.accepts(value[name])) return false;
    return true;
  });
}

/* @__NO_SIDE_EFFECTS__ */
export function strictObject(shape: Shape): Checkable {
  return parser(["strictObject", [shape]], fields(shape, undefined));
}

/* @__NO_SIDE_EFFECTS__ */
export function looseObject(shape: Shape): Checkable {
  return parser(["looseObject", [shape]], fields(shape, yes));
}

/* @__NO_SIDE_EFFECTS__ */
export function object(shape: Shape): Checkable {
  return parser(["object", [shape]], fields(shape, yes));
}

/* @__NO_SIDE_EFFECTS__ */
export function catchall(base: Parser, rest: Parser): Checkable {
  const [shape] = base.words[1] as readonly [Shape];
  return parser(["catchall", [base, rest]], fields(shape, rest.accepts));
}

interface Field {
  readonly name: string;
  readonly at: number;
  /** What `typeof` may answer to settle it without a call. */
  readonly plain: string | undefined;
  readonly accepts: (value: unknown) => boolean;
  readonly required: boolean;
}

/** One walk over what is there; what is not there shows in the count. Fields are looked at late: nodes may hold nodes. */
function fields(shape: Shape, rest: Parser["accepts"] | undefined): Parser["accepts"] {
  let order: Field[] | undefined;
  let known = new Map<string, Field>();
  let required = 0;
  const prepare = (): Field[] => {
    const made = Object.entries(shape).map(([name, field], at): Field => {
      return { name, at, plain: plainOf(field), accepts: acceptsOf(field), required: !field.optional };
    });
    known = new Map(made.map((field) => [field.name, field]));
    required = made.filter((field) => field.required).length;
    return made;
  };
  return (value) => {
    order ??= prepare();
    if (!isPlain(value)) return false;
    let seen = 0;
    let next = 0;
    for (const name in value) {
      // Answers mostly keep the documented order: looking there first saves the look-up.
      let field = order[next];
      if (field?.name !== name) field = known.get(name);
      if (field === undefined) {
        if (rest === undefined || !rest(value[name])) return false;
      } else {
        const one = value[name];
        const isPlainly = typeof one === field.plain && (typeof one !== "number" || (one | 0) === one);
        if (!isPlainly && !field.accepts(one)) return false;
        if (field.required) seen++;
        next = field.at + 1;
      }
    }
    return seen === required;
  };
}

function acceptsOf(field: Parser): Parser["accepts"] {
  return builtOf(field).accepts ?? field.accepts;
}

/** A part's own answer, found at its first question: what is built lazily may hold itself. */
function within(part: Parser): Parser["accepts"] {
  let accepts: Parser["accepts"] | undefined;
  return (value) => (accepts ??= acceptsOf(part))(value);
}

/** The type of which every value is right, where there is one; of numbers, every one of 32 bits without a fraction. */
function plainOf(field: Parser): string | undefined {
  const [name, args] = builtOf(field).words ?? field.words;
  if (name === "optional" || name === "nullable") return plainOf(args[0] as Parser);
  if (name === "int") return "number";
  return name === "string" || name === "boolean" || name === "number" ? name : undefined;
}

/** Anything else, a class instance say, is left to zod. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const parent: unknown = Object.getPrototypeOf(value);
  return parent === Object.prototype || parent === null;
}

/* @__NO_SIDE_EFFECTS__ */
function check(words: Check["words"], holds: Check["holds"]): Check {
  return { words, holds };
}

/* @__NO_SIDE_EFFECTS__ */
export function minLength(least: number): Check {
  return check(["minLength", [least]], (value: string | readonly unknown[]) => lengthOf(value) >= least);
}

/* @__NO_SIDE_EFFECTS__ */
export function maxLength(most: number): Check {
  return check(["maxLength", [most]], (value: string | readonly unknown[]) => lengthOf(value) <= most);
}

/** A text's characters, not the halves of which some are made. */
function lengthOf(value: string | readonly unknown[]): number {
  return typeof value === "string" && /[\ud800-\udfff]/.test(value) ? Array.from(value).length : value.length;
}

/* @__NO_SIDE_EFFECTS__ */
export function minimum(least: number): Check {
  return check(["minimum", [least]], (value: number) => value >= least);
}

/* @__NO_SIDE_EFFECTS__ */
export function maximum(most: number): Check {
  return check(["maximum", [most]], (value: number) => value <= most);
}

/* @__NO_SIDE_EFFECTS__ */
export function regex(form: RegExp): Check {
  return check(["regex", [form]], (value: string) => form.test(value));
}

/* @__NO_SIDE_EFFECTS__ */
export function refine(
  holds: (value: never) => unknown,
  how?: { readonly when?: (payload: { value: unknown; issues: readonly [] }) => boolean },
): Check {
  return check(["refine", [holds, how]], (value) => how?.when?.({ value, issues: [] }) === false || !!holds(value));
}

/** zod's `check`: a function that leaves issues. */
/* @__NO_SIDE_EFFECTS__ */
function leavingNone(run: (payload: { value: never; issues: unknown[] }) => void): Check {
  return check(["check", [run]], (value) => {
    const issues: unknown[] = [];
    run({ value, issues });
    return issues.length === 0;
  });
}
export { leavingNone as check };
