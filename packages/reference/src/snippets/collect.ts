import { globSync } from "node:fs";
import ts from "typescript";
import { publicPackages, read, root } from "../workspace.ts";

/** A piece of code that the documentation shows. */
export interface Snippet {
  /** File that shows it, from the root. */
  readonly file: string;
  /** Line of its first line of code. */
  readonly line: number;
  readonly code: string;
  /** The method's own comment (an `@example`) or a page. */
  readonly kind: "docstring" | "page";
  /** Package whose folder it is in. */
  readonly package: string | undefined;
  /** Why it is not run. */
  readonly excluded?: string;
}

/** Every snippet of the workspace. */
export function collectSnippets(): readonly Snippet[] {
  return [...pages().flatMap((file) => snippetsOfPage(file)), ...sources().flatMap((file) => snippetsOfSource(file))];
}

/** The pages that people read. */
function pages(): readonly string[] {
  return ["README.md", "packages/*/*.md", "examples/*/README.md", "docs/**/*.md"]
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !/^docs\/(reference|api)\//.test(file) && !file.endsWith("THIRD-PARTY-NOTICES.md"))
    .toSorted();
}

function sources(): readonly string[] {
  return publicPackages()
    .flatMap(({ folder }) => globSync(`${folder}/src/**/*.ts`, { cwd: root }))
    .toSorted();
}

const fence = /^( *)(`{3,})(\S*)[^\n]*\n([\s\S]*?)^\1\2 *$/gm;
const exclusion = /<!-- snippet not run: (.+?) -->\s*$/;

/** The ```ts fences of a page. */
export function snippetsOfPage(file: string, text: string = read(file)): Snippet[] {
  const found: Snippet[] = [];
  for (const match of text.matchAll(fence)) {
    const [, indent = "", , language = "", code = ""] = match;
    const line = text.slice(0, match.index).split("\n").length + 1;
    if (/^(js|javascript|typescript|tsx|mts|)$/.test(language))
      throw new Error(`${file}:${line - 1}: a fence of code is marked ts, and so checked; this one says "${language}"`);
    if (language !== "ts") continue;
    const excluded = exclusion.exec(text.slice(0, match.index))?.[1];
    const body = indent === "" ? code : code.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    found.push({
      file,
      line,
      code: body,
      kind: "page",
      package: packageOf(file),
      ...(excluded === undefined ? {} : { excluded }),
    });
  }
  return found;
}

/** The `@example`s of a source file, as the compiler reads them. */
export function snippetsOfSource(file: string, text: string = read(file)): Snippet[] {
  if (!text.includes("@example")) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Snippet[] = [];
  const seen = new Set<number>();
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== "example" || seen.has(tag.pos)) continue;
      seen.add(tag.pos);
      const raw = text.slice(tag.tagName.end, tag.end).replace(/\*\/$/, "");
      const skipped = /^[^\n]*\n/.exec(raw)?.[0] ?? "";
      const line = source.getLineAndCharacterOfPosition(tag.tagName.end + skipped.length).line + 1;
      const code = raw
        .slice(skipped.length)
        .replaceAll(/^[ \t]*\* ?/gm, "")
        .trimEnd();
      if (code.includes("```")) throw new Error(`${file}:${line}: an @example is code without a fence`);
      found.push({ file, line, code: `${code}\n`, kind: "docstring", package: packageOf(file) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.toSorted((a, b) => a.line - b.line);
}

function packageOf(file: string): string | undefined {
  return publicPackages().find(({ folder }) => file.startsWith(`${folder}/`))?.name;
}
