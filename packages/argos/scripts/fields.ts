import { documentedOf } from "@x/core/zod";
import { listSubmissions } from "@x/argos/endpoints";
import { documentedFields } from "../test/documentedFields.ts";

interface Definition {
  readonly shape?: Readonly<Record<string, Node>>;
  readonly element?: Node;
  readonly innerType?: Node;
  readonly options?: readonly Node[];
}

interface Node {
  readonly _zod: { readonly def: Definition };
}

/** Whether a path stands in a schema, through lists, unions and optional fields. */
export function isTyped(node: Node | undefined, path: readonly string[]): boolean {
  if (node === undefined) return false;
  const { shape, element, innerType, options } = node._zod.def;
  const inner = innerType ?? element;
  if (inner !== undefined) return isTyped(inner, path);
  if (options !== undefined && path.length > 0) return options.some((option) => isTyped(option, path));
  const [name, ...rest] = path;
  return name === undefined || (shape !== undefined && Object.hasOwn(shape, name) && isTyped(shape[name], rest));
}

const page = documentedOf(listSubmissions.output) as unknown as Node;

/** Prints each documented field with whether the types have it; returns how many do not. */
export function printFields(print: (line: string) => void): number {
  let missing = 0;
  for (const field of documentedFields) {
    const path = field.replaceAll("[i]", "").split(".");
    const typed = isTyped(page, path[0] === "nextpageKey" ? path : ["Items", ...path]);
    if (!typed) missing++;
    print(`${typed ? "ok     " : "MISSING"} ${field}`);
  }
  print(`${documentedFields.length - missing} of ${documentedFields.length} documented fields are in the types.`);
  return missing;
}

if (process.argv[1] === import.meta.filename) process.exitCode = printFields(console.log) === 0 ? 0 : 1;
