import ts from "typescript";
import type { Snippet } from "./collect.ts";

/** An import of a snippet: names, and where from. */
export interface Import {
  readonly text: string;
  readonly names: readonly string[];
  readonly from: string;
}

/** A snippet as a module that can be checked and run. */
export interface Program {
  readonly snippet: Snippet;
  readonly text: string;
  /** Lines before the snippet's own first line. */
  readonly before: number;
}

/** What a snippet may use without saying where it comes from. */
export interface Surroundings {
  /** Names that the scene has. */
  readonly scene: ReadonlySet<string>;
  /** Type of the scene, as code. */
  readonly sceneType: string;
  /** Imports of earlier snippets of the page. */
  readonly earlier: readonly Import[];
  /** Exported names that are known without an import, for docstrings: name to specifier. */
  readonly known: ReadonlyMap<string, string>;
  /** Modules that are played by a stand-in. */
  readonly standIns: ReadonlyMap<string, string>;
}

/** Puts a snippet into a function, below what it imports and what the text around it has told already. */
export function programOf(snippet: Snippet, surroundings: Surroundings): Program {
  const own = importsOf(snippet.code);
  const mentioned = identifiersOf(snippet.code);
  const imported = new Set(own.flatMap(({ names }) => names));
  const declared = declaredIn(snippet.code);
  const lines = [`// ${snippet.file}:${snippet.line}`, ...own.map((one) => redirect(one, surroundings.standIns))];
  for (const one of surroundings.earlier) {
    const names = one.names.filter((name) => mentioned.has(name) && !imported.has(name) && !declared.has(name));
    for (const name of names) imported.add(name);
    if (names.length > 0)
      lines.push(
        redirect({ ...one, text: `import { ${names.join(", ")} } from "${one.from}";` }, surroundings.standIns),
      );
  }
  const told = [...mentioned].filter((name) => surroundings.scene.has(name) && !imported.has(name));
  for (const name of mentioned) {
    const from = surroundings.known.get(name);
    if (from === undefined || imported.has(name) || told.includes(name) || declared.has(name)) continue;
    lines.push(`import { ${name} } from "${from}";`);
  }
  lines.push(
    'import type { Laid } from "../src/snippets/scenes/index.ts";',
    'import { shows } from "../src/snippets/shows.ts";',
  );
  lines.push(`export default async function ({ ${told.join(", ")} }: ${surroundings.sceneType}) {`, "void shows;", "{");
  return { snippet, text: [...lines, withClaims(bodyOf(snippet.code)), "}", "}", ""].join("\n"), before: lines.length };
}

/** The imports of a snippet. */
export function importsOf(code: string): readonly Import[] {
  return parse(code)
    .statements.filter((one) => ts.isImportDeclaration(one))
    .map((one) => ({ text: one.getText(), names: namesOf(one), from: (one.moduleSpecifier as ts.StringLiteral).text }));
}

function namesOf({ importClause }: ts.ImportDeclaration): readonly string[] {
  const bindings = importClause?.namedBindings;
  const named = bindings === undefined ? [] : ts.isNamespaceImport(bindings) ? [bindings] : [...bindings.elements];
  const all = importClause?.name === undefined ? named : [importClause, ...named];
  return all.flatMap(({ name }) => (name === undefined ? [] : [name.text]));
}

function redirect({ text, from }: Import, standIns: ReadonlyMap<string, string>): string {
  const other = standIns.get(from);
  const line = text.replaceAll(/\s*\n\s*/g, " ");
  return other === undefined ? line : line.replace(/from\s+(["']).*\1/, `from "${other}"`);
}

/** The code without its imports, every line in its place. */
function bodyOf(code: string): string {
  let text = code;
  for (const one of importsOf(code)) text = text.replace(one.text, one.text.replaceAll(/[^\n]/g, ""));
  return text
    .replaceAll(/^export default (?=(async )?(function|class) \w)/gm, "")
    .replaceAll(/^export default /gm, "const exported = ")
    .replaceAll(/^export (?=const|let|async|function|class|type|interface)/gm, "");
}

/** A line such as `riskBand(12); // "low"` claims a value, and so has to have it. */
function withClaims(code: string): string {
  return code.replaceAll(
    /^([ \t]*)([\w.]+\([^\n]*\)); \/\/ (["'[{\d][^\n]*|true|false|undefined|null)$/gm,
    (line, indent: string, expression: string, value: string) =>
      isExpression(value) ? `${indent}shows(${printed(expression)}, ${value});` : line,
  );
}

/** What a line prints is what it shows. */
function printed(expression: string): string {
  return /^console\.log\(([^,]*)\)$/.exec(expression)?.[1] ?? expression;
}

function isExpression(text: string): boolean {
  const { diagnostics = [] } = ts.transpileModule(`(${text});`, { reportDiagnostics: true });
  return diagnostics.length === 0;
}

/** Names that a snippet reads, its properties aside. */
function identifiersOf(code: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isLabel(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(code));
  return found;
}

function isLabel(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertySignature(parent))
    return parent.name === node;
  return ts.isBindingElement(parent) && parent.propertyName === node;
}

/** Names that a snippet declares at its top. */
function declaredIn(code: string): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) found.add(name.text);
    else for (const one of name.elements) if (ts.isBindingElement(one)) add(one.name);
  };
  for (const one of parse(code).statements) {
    if (ts.isVariableStatement(one)) for (const { name } of one.declarationList.declarations) add(name);
    if ((ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)) && one.name !== undefined) add(one.name);
  }
  return found;
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile("snippet.ts", code, ts.ScriptTarget.Latest, true);
}
