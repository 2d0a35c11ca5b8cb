import { builtOf, expectedOf, type Parser } from "./schema.js";

/** How a schema is made, as far as paths and verdicts need it: one view of zod's and of a built package's parsers. */
export interface Outline {
  readonly shape?: Readonly<Record<string, object>>;
  readonly element?: object;
  readonly innerType?: object;
  readonly valueType?: object;
  readonly options?: readonly object[];
}

/** The outline of a schema. */
export function outlineOf(schema: object): Outline {
  const built = builtOf(schema);
  return built.words === undefined ? ((built._zod?.def ?? {}) as Outline) : ofWords(built.words);
}

function ofWords([name, args, base]: Parser["words"]): Outline {
  if (base !== undefined) return ofWords(base.words);
  const [first, second] = args as readonly object[];
  if (first === undefined) return {};
  if (name === "array") return { element: first };
  if (name === "optional" || name === "nullable") return { innerType: first };
  if (name === "union") return { options: first as readonly object[] };
  if (name === "record") return second === undefined ? {} : { valueType: second };
  if (name === "catchall") return outlineOf(first);
  return name.endsWith("bject") ? { shape: first as Readonly<Record<string, object>> } : {};
}

/** Whether a field may be left out, so that nothing is lost when it is unfit. */
export function isOptional(field: object): boolean {
  if (expectedOf(field) !== undefined) return true;
  const built = builtOf(field);
  return built.words === undefined ? built._zod?.optin === "optional" : built.optional === true;
}
