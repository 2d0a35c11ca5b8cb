import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installed } from "../install.ts";
import { versions } from "../versions.ts";

/** As much of @arethetypeswrong/core as is used. */
interface Attw {
  createPackageFromTarballData(tarball: Uint8Array): unknown;
  checkPackage(pack: unknown): Promise<{ types: false | object; problems?: readonly Problem[] }>;
}

interface Problem {
  readonly kind: string;
  readonly entrypoint?: string;
  readonly resolutionKind?: string;
}

/** What is wrong with a tarball's types. `node10` knows no `exports`, and has no way to a subpath: it is not supported. */
export async function typeProblems(tarball: string): Promise<string[]> {
  const folder = await installed(`attw-${versions.attw}`, { "@arethetypeswrong/core": versions.attw });
  const entry = join(folder, "node_modules/@arethetypeswrong/core/dist/index.js");
  const attw = (await import(pathToFileURL(entry).href)) as Attw;
  const { types, problems = [] } = await attw.checkPackage(attw.createPackageFromTarballData(readFileSync(tarball)));
  if (types === false) return ["has no types"];
  return problems
    .filter(({ resolutionKind }) => resolutionKind !== "node10")
    .map(({ kind, entrypoint = "", resolutionKind = "" }) => `types: ${kind} ${entrypoint} ${resolutionKind}`.trim());
}
