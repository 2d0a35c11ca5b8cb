import type * as z from "zod/mini";

/** What a contract says of a value: a quick yes or no. `zodOf` of `@x/core/zod` makes a zod schema of it. */
export interface Shape<out Output> {
  /** Whether a value is exactly as documented: no field too many, no new enum value, no absent one that is expected. */
  accepts(value: unknown): value is Output;
}

/** A runtime schema, known by the interface it parses to; part of others, and what a contract is made of. */
export interface Schema<out Output> extends z.core.$ZodType<Output>, Shape<Output> {}

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
  ): Schema<Documented> => lazy(build as unknown as () => Built) as never;
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
  // An object of its own, because one schema constant may serve expected and required fields.
  return Object.create(schema, { [expectedMark]: { value: schema } }) as never;
}

const expectedMark: unique symbol = Symbol.for("@x/core/expected") as never;

/** The schema within {@link expected}; `undefined` for a field that was declared without. */
export function expectedOf(schema: object): object | undefined {
  return (schema as { [expectedMark]?: object })[expectedMark];
}

/** Whether a schema is one of {@link schemaFor}. */
export function isLazy(schema: object): boolean {
  return lazyMark in schema;
}

/** What a thunk builds: a zod schema in the sources, a {@link Parser} in the built packages. */
type Built = Partial<Parser> & Partial<Pick<z.core.$ZodType, "_zod">>;

/** What `parser.ts` makes in place of a zod schema: it says yes or no, and how zod would be asked for it. */
export interface Parser {
  readonly accepts: (value: unknown) => boolean;
  /** Whether the field may be left out. */
  readonly optional: boolean;
  /** The words in which it was asked for: `z[name](...args)`. */
  readonly words: readonly [name: string, args: readonly unknown[], base?: Parser];
}

const lazyMark: unique symbol = Symbol.for("@x/core/lazy") as never;

/** What a schema was built as; one that is built already is that itself. */
export function builtOf(schema: object): Built {
  return (schema as { [lazyMark]?: () => Built })[lazyMark]?.() ?? schema;
}

/** By closures, so that an heir made by {@link expected} works like the original. */
function lazy(build: () => Built): object {
  let built: Built | undefined;
  const get = (): Built => (built ??= build());
  return {
    [lazyMark]: get,
    get _zod() {
      return get()._zod;
    },
    get optional() {
      return get().optional;
    },
    accepts(value: unknown): boolean {
      const { accepts, _zod } = get();
      if (accepts !== undefined) return accepts(value);
      const result = _zod?.run({ value, issues: [] }, { async: false });
      return result !== undefined && "issues" in result && result.issues.length === 0;
    },
  };
}
