import * as z from "zod/mini";
import { isTolerable, judgeIssues } from "./drift.js";
import { documentedIssues } from "./issues.js";
import { builtOf, expected, isLazy, expectedOf, type Parser, type Shape } from "./schema.js";

/** A zod schema of ours: composes with any zod 4 schema, and is a Standard Schema. */
export interface ZodSchema<out Output> extends z.core.$ZodType<Output> {
  /** Returns the value, undocumented fields and new enum values kept, or throws a `ZodError`. */
  parse(data: unknown): Output;
  /** Returns the value or the issues. */
  safeParse(data: unknown): z.core.util.SafeParseResult<Output>;
}

/**
 * The zod schema of an input, an answer or a callback. It is as tolerant as the client is: new fields and enum values
 * pass and are kept.
 *
 * @param shape - `input` or `output` of a contract.
 *
 * @example
 * import { zodOf } from "@x/core/zod";
 * import * as z from "zod";
 *
 * const mine = z.object({ thing: zodOf(getThing.output), seen: z.boolean() });
 * const { thing, seen } = mine.parse({ thing: { id: 7, name: "a thing" }, seen: true });
 */
export function zodOf<Output>(shape: Shape<Output>): ZodSchema<Output> {
  const documented = documentedOf(shape);
  const tolerates = (value: unknown, issues: ReturnType<typeof documentedIssues>): boolean =>
    issues.length === 0 || isTolerable(judgeIssues(shape, value, issues, []));
  const run: z.core.$ZodType["_zod"]["run"] = (payload) => {
    const issues = documentedIssues(shape, payload.value);
    if (!tolerates(payload.value, issues)) payload.issues.push(...(issues as z.core.$ZodRawIssue[]));
    return payload;
  };
  const safeParse: ZodSchema<Output>["safeParse"] = (data) =>
    tolerates(data, documentedIssues(shape, data))
      ? { success: true, data: data as Output }
      : (documented.safeParse(data) as z.core.util.SafeParseResult<Output>);
  const validate = (value: unknown) => {
    const result = safeParse(value);
    return result.success ? { value: result.data } : { issues: result.error.issues };
  };
  return {
    _zod: Object.create(documented._zod, { run: { value: run } }),
    "~standard": { ...documented["~standard"], validate },
    safeParse,
    parse: (data: unknown) => {
      const result = safeParse(data);
      if (!result.success) throw result.error;
      return result.data;
    },
  } as ZodSchema<Output>;
}

/** What zod itself makes. */
interface Documented extends z.core.$ZodType {
  parse(data: unknown): unknown;
  safeParse(data: unknown): z.core.util.SafeParseResult<unknown>;
}

const made = new WeakMap<object, Documented>();

/** The zod schema that documents a shape, as strict as the documents: written in the sources, asked for again in a built package. */
export function documentedOf(shape: object): Documented {
  const built = builtOf(shape);
  if (!isParser(built)) return built as Documented;
  let schema = made.get(built);
  if (schema === undefined) made.set(built, (schema = say(built) as Documented));
  return schema;
}

/** The words that `parser.ts` knows; named one by one, for bundlers to leave out the rest of zod. */
const words = {
  array: z.array,
  boolean: z.boolean,
  catchall: z.catchall,
  check: z.check,
  custom: z.custom,
  enum: z.enum,
  int: z.int,
  literal: z.literal,
  looseObject: z.looseObject,
  maxLength: z.maxLength,
  maximum: z.maximum,
  minLength: z.minLength,
  minimum: z.minimum,
  nullable: z.nullable,
  number: z.number,
  object: z.object,
  optional: z.optional,
  record: z.record,
  refine: z.refine,
  regex: z.regex,
  strictObject: z.strictObject,
  string: z.string,
  undefined: z.undefined,
  union: z.union,
  unknown: z.unknown,
  void: z.void,
} as unknown as Readonly<Record<string, (...args: readonly unknown[]) => object>>;

function isParser(value: object): value is Pick<Parser, "words"> {
  return Array.isArray((value as Partial<Parser>).words);
}

function say({ words: [name, args, base] }: Pick<Parser, "words">): object {
  const said = args.map(translated);
  if (base !== undefined) return (documentedOf(base) as unknown as Checkable).check(...said);
  return words[name]?.(...said) ?? {};
}

interface Checkable {
  check(...checks: readonly unknown[]): object;
}

/** An argument as zod takes it: parsers as schemas, also inside lists and shapes. */
function translated(arg: unknown): unknown {
  if (typeof arg !== "object" || arg === null) return arg;
  const inner = expectedOf(arg);
  if (inner !== undefined) return expected(translated(inner) as z.core.$ZodType);
  // By getter: nodes may hold nodes.
  if (isLazy(arg))
    return {
      get _zod() {
        return documentedOf(arg)._zod;
      },
    };
  if (isParser(arg)) return documentedOf(arg);
  if (Array.isArray(arg)) return arg.map(translated);
  if (Object.getPrototypeOf(arg) !== Object.prototype) return arg;
  const shape = {};
  for (const key of Object.keys(arg))
    Object.defineProperty(shape, key, {
      enumerable: true,
      get: () => translated((arg as Record<string, unknown>)[key]),
    });
  return shape;
}
