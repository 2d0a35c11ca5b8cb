import type * as z from "zod/mini";
import { type ClosedContext, isTolerable, judgeIssues } from "./drift.js";

/** A runtime schema, known by the interface it parses to. Composes with any zod 4 schema. */
export interface Schema<out Output> extends z.core.$ZodType<Output> {
  /** Returns the value, undocumented fields and new enum values kept, or throws a `ZodError`. */
  parse(data: unknown): Output;
  /** Returns the value or the issues. */
  safeParse(data: unknown): z.core.util.SafeParseResult<Output>;
}

/** Any value of a string enum that the vendor may add later. */
export type OtherString = string & Record<never, never>;

/** Any value of a number enum that the vendor may add later. */
export type OtherNumber = number & Record<never, never>;

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What the compiler prints when a schema and its interface have drifted apart. */
export interface SchemaDrift<Documented, Parsed> {
  documented: Documented;
  parsed: Parsed;
}

/**
 * Ties a schema to the interface that documents it; drift in either direction does not compile.
 *
 * The thunk runs at first use: building a hundred schemas at import would cost more than loading the code.
 */
/* @__NO_SIDE_EFFECTS__ */
export function schemaFor<Documented>() {
  return <S extends z.core.$ZodType>(
    build: () => Equal<z.output<S>, Documented> extends true ? S : SchemaDrift<Documented, z.output<S>>,
  ): Schema<Documented> => new LazySchema(build as unknown as () => BuiltSchema) as unknown as Schema<Documented>;
}

/** A documented list of strings that the vendor may extend: the type stays open, a new value is drift and not an error. */
/* @__NO_SIDE_EFFECTS__ */
export function openEnum<const T extends string>(
  known: z.core.$ZodType<T>,
): z.core.$ZodType<T | OtherString, T | OtherString> {
  return known as never;
}

/** {@link openEnum} for numbers. */
/* @__NO_SIDE_EFFECTS__ */
export function openCode<const T extends number>(
  known: z.core.$ZodType<T>,
): z.core.$ZodType<T | OtherNumber, T | OtherNumber> {
  return known as never;
}

/**
 * A field that the vendor documents as always there, in a type that does not rely on it.
 *
 * Its absence, or another type in its place, is reported as drift and does not fail the call.
 */
/* @__NO_SIDE_EFFECTS__ */
export function expected<S extends z.core.$ZodType>(schema: S): z.ZodMiniOptional<S> {
  // An object of its own, because one schema constant may serve expected and required fields. Its parts are asked for
  // by name: a schema of ours keeps its own in private fields, which an heir has not.
  const marked = Object.create(schema, {
    [expectedMark]: { value: true },
    _zod: { get: () => schema._zod },
    "~standard": { get: () => schema["~standard"] },
  });
  return marked as never;
}

const expectedMark: unique symbol = Symbol.for("@x/core/expected") as never;

/** Whether a field was declared with {@link expected}. */
export function isExpected(schema: object): boolean {
  return (schema as { [expectedMark]?: unknown })[expectedMark] === true;
}

/** What a thunk builds: any mini or classic schema. */
interface BuiltSchema extends z.core.$ZodType {
  parse(data: unknown): unknown;
  safeParse(data: unknown): z.core.util.SafeParseResult<unknown>;
}

/** The key by which our own passes ask for the documented schema instead of the tolerant one. */
const closed: unique symbol = Symbol.for("@x/core/closed") as never;

/** Runs the documented schema and returns zod's raw issues: no message is ever built, so no value is quoted. */
export function documentedIssues(schema: z.core.$ZodType, value: unknown): z.core.$ZodRawIssue[] {
  const context: z.core.ParseContextInternal & ClosedContext = { async: false, [closed]: true };
  const result = schema._zod.run({ value, issues: [] }, context);
  if (result instanceof Promise) throw new TypeError("Schemas of this library are synchronous.");
  return result.issues;
}

class LazySchema {
  #build: (() => BuiltSchema) | undefined;
  #documented: BuiltSchema | undefined;
  #tolerant: z.core.$ZodType["_zod"] | undefined;

  constructor(build: () => BuiltSchema) {
    this.#build = build;
  }

  get #schema(): BuiltSchema {
    if (this.#documented === undefined) {
      this.#documented = this.#build?.();
      this.#build = undefined;
    }
    return this.#documented as BuiltSchema;
  }

  /** Strict inside our own passes, tolerant inside a schema of the user. */
  get _zod(): z.core.$ZodType["_zod"] {
    if (this.#tolerant === undefined) {
      const documented = this.#schema._zod;
      const run: z.core.$ZodType["_zod"]["run"] = (payload, context) => {
        if ((context as ClosedContext)[closed] === true) return documented.run(payload, context);
        const issues = documentedIssues(this.#schema, payload.value);
        if (!isTolerable(judgeIssues(this.#schema, payload.value, issues))) payload.issues.push(...issues);
        return payload;
      };
      this.#tolerant = Object.create(documented, { run: { value: run } });
    }
    return this.#tolerant as z.core.$ZodType["_zod"];
  }

  get "~standard"(): z.core.$ZodType["~standard"] {
    const documented = this.#schema["~standard"];
    return {
      ...documented,
      validate: (value) => {
        const result = this.safeParse(value);
        return result.success ? { value: result.data } : { issues: result.error.issues };
      },
    };
  }

  parse(data: unknown): unknown {
    const result = this.safeParse(data);
    if (!result.success) throw result.error;
    return result.data;
  }

  safeParse(data: unknown): z.core.util.SafeParseResult<unknown> {
    const issues = documentedIssues(this.#schema, data);
    return isTolerable(judgeIssues(this.#schema, data, issues))
      ? { success: true, data }
      : this.#schema.safeParse(data);
  }
}
