import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publicPackages, root, specifierOf, vendorPackages } from "../workspace.ts";
import { collectSnippets, type Snippet } from "./collect.ts";
import { loadAsProgram, loader, programFolder as folder } from "./load.ts";
import { type Import, importsOf, type Program, programOf } from "./program.ts";
import { isScenePackage, type ScenePackage, scenePackages, setUp } from "./scenes/index.ts";

/** A program on disk, and the scene that it plays in. */
export interface WrittenProgram extends Program {
  readonly path: string;
  readonly order: readonly ScenePackage[];
}

/** Modules of applications that snippets show and that are played by a stand-in. */
const standIns: ReadonlyMap<string, string> = new Map(
  ["node:http", "node:fs/promises", "bullmq", "ioredis", "vitest"].map((name) => [
    name,
    `../src/snippets/stand-ins/${name.replace(/\W+/g, "-")}.ts`,
  ]),
);

/** Packages of others that snippets really use, and who of the workspace has them. */
const ofOthers: Readonly<Record<string, string>> = { fastify: "examples/receivers", msw: "packages/sandbox" };

/** Writes every snippet as a program. */
export async function writePrograms(only?: string): Promise<{
  programs: readonly WrittenProgram[];
  excluded: readonly Snippet[];
}> {
  rmSync(folder, { recursive: true, force: true });
  const homes = publicPackages().map(({ name, folder: home }) => [name, home] as const);
  const others = Object.entries(ofOthers).map(([name, owner]) => [name, `${owner}/node_modules/${name}`] as const);
  for (const [name, home] of [...homes, ...others]) {
    const link = join(folder, "node_modules", name);
    mkdirSync(join(link, ".."), { recursive: true });
    symlinkSync(join(root, home), link);
  }
  // The document that examples upload.
  writeFileSync(join(folder, "passport.pdf"), "%PDF-1.7\n%%EOF\n");
  // Resolves as a program does, which this package's own dependencies do not.
  writeFileSync(join(folder, "load.mjs"), loader);
  process.chdir(folder);
  const programs: WrittenProgram[] = [];
  const excluded: Snippet[] = [];
  let page = "";
  let earlier: Import[] = [];
  for (const [at, snippet] of collectSnippets().entries()) {
    if (snippet.file !== page) [page, earlier] = [snippet.file, []];
    const imports = importsOf(snippet.code);
    if (snippet.excluded !== undefined) excluded.push(snippet);
    else if (only === undefined || snippet.file.includes(only)) {
      const order = orderOf(snippet, [...earlier, ...imports]);
      const program = programOf(snippet, {
        scene: new Set(Object.keys(await setUp(order, { samples: false, code: snippet.code }))),
        sceneType: `Laid<${JSON.stringify(order)}>`,
        earlier: snippet.kind === "page" ? earlier : [],
        known: snippet.kind === "docstring" ? await exportsOf(snippet.package) : new Map(),
        standIns,
      });
      const path = join(
        folder,
        `${String(at).padStart(3, "0")}-${snippet.file.replaceAll(/\W+/g, "-")}-${snippet.line}.ts`,
      );
      writeFileSync(path, program.text);
      programs.push({ ...program, path, order });
    }
    earlier = [...earlier, ...imports];
  }
  return { programs, excluded };
}

/** The scenes, the most fitting one last: the package's own, or those that the page imports. */
function orderOf(snippet: Snippet, imports: readonly Import[]): readonly ScenePackage[] {
  if (isScenePackage(snippet.package) && (snippet.kind === "docstring" || isOfVendor(snippet.package)))
    return [snippet.package];
  const named = imports.map(({ from }) => from.split("/").slice(0, 2).join("/")).filter(isScenePackage);
  const last: readonly ScenePackage[] = named.length > 0 ? [...new Set(named)] : ["@x/kryptogo"];
  return [...scenePackages.filter((name) => !last.includes(name)), ...last];
}

/** Pages of the other packages show vendors' clients as well. */
function isOfVendor(name: string): boolean {
  return vendorPackages().some((one) => one.name === name);
}

const exported = new Map<string, ReadonlyMap<string, string>>();

/** What a package exports, with the entry to import it from; the first entry that has a name counts. */
async function exportsOf(name: string | undefined): Promise<ReadonlyMap<string, string>> {
  const one = publicPackages().find((each) => each.name === name);
  if (one === undefined) return new Map();
  const kept = exported.get(one.name);
  if (kept !== undefined) return kept;
  const found = new Map<string, string>();
  for (const entry of one.entries) {
    const specifier = specifierOf(one, entry);
    if (specifier.endsWith("/msw")) continue;
    for (const key of Object.keys(await loadAsProgram(specifier))) if (!found.has(key)) found.set(key, specifier);
  }
  exported.set(one.name, found);
  return found;
}
