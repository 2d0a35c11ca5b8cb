import { join } from "node:path";
import { root } from "../workspace.ts";

/** Where programs are written: beside the sources, so that they resolve what a user's would; never committed. */
export const programFolder = join(root, "packages/reference/.snippet-programs");

/** Text of the module that {@link loadAsProgram} goes through. */
export const loader = "export const load = async (specifier) => await import(specifier);\n";

/** Loads a module as a program does, which resolves more than this package's own dependencies. */
export async function loadAsProgram(specifier: string): Promise<object> {
  const { load } = (await import(join(programFolder, "load.mjs"))) as { load: (specifier: string) => Promise<object> };
  return await load(specifier);
}
