/**
 * Puts the vendor's operations and field names next to the code's, and fails where one is missing.
 *
 * Run after a build: `node scripts/coverage.ts`, with `--fields` to list every field name, and `--reference DIR` to look for
 * each method in reference pages that typedoc made.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { guideFields } from "./guide-fields.ts";
import { guideOperations, laterOperations } from "./vendor-operations.ts";

interface Contract {
  readonly method: string;
  readonly path: string;
  readonly effect: string;
  readonly cost: string;
}
interface Example {
  readonly wire: { readonly request: string };
  readonly call: (...given: never) => unknown;
}

const here = fileURLToPath(new URL("..", import.meta.url));
const load = async (entry: string): Promise<Record<string, unknown>> =>
  (await import(join(here, "dist", entry))) as Record<string, unknown>;

const contracts = (await load("endpoints/index.js")) as unknown as Readonly<Record<string, Contract>>;
const { fixtures } = (await load("testing/index.js")) as unknown as { fixtures: Readonly<Record<string, Example>> };
const { KycPortalClient } = (await load("index.js")) as unknown as {
  KycPortalClient: new (options: { baseUrl: string }) => object;
};
const client = new KycPortalClient({ baseUrl: "https://portal.test" });

const reference = process.argv.includes("--reference")
  ? process.argv[process.argv.indexOf("--reference") + 1]
  : undefined;
const missing: string[] = [];

/** The method that a fixture calls, if the client has it. */
function methodOf(example: Example | undefined): { readonly name: string; readonly owner: string } | undefined {
  const path = /client\.([\w.]+)\(/.exec(String(example?.call))?.[1]?.split(".") ?? [];
  const name = path.at(-1) ?? "";
  let at: unknown = client;
  for (const key of path.slice(0, -1)) at = (at as Record<string, unknown> | undefined)?.[key];
  const found = typeof at === "object" && at !== null && typeof (at as Record<string, unknown>)[name] === "function";
  return found ? { name: path.join("."), owner: (at as object).constructor.name } : undefined;
}

/** Whether the request line, typed by hand, is the contract's path with values in its places. */
function fits(request: string, { method, path }: Contract): boolean {
  const pattern = path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, "[^/?]+");
  return new RegExp(`^${method} ${pattern}(?:\\?.*)?$`).test(request);
}

function hasPage(method: { readonly name: string; readonly owner: string }): boolean {
  if (reference === undefined) return true;
  const folders = ["index/classes", "@x/kyc-portal/index/classes", "kyc-portal/index/classes"];
  const page = folders.map((folder) => join(reference, folder, `${method.owner}.md`)).find((path) => existsSync(path));
  return page !== undefined && readFileSync(page, "utf8").includes(`### ${method.name.split(".").at(-1)}()`);
}

function operations(title: string, list: typeof guideOperations): void {
  let complete = 0;
  console.log(`\n## ${title}\n\n| # | operation | vendor's request | contract | method | wire fixture | class |`);
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  list.forEach(([name, request], at) => {
    const contract = contracts[name];
    const example = fixtures[name];
    const method = methodOf(example);
    const faults = [
      contract === undefined || `${contract.method} ${contract.path}` !== request ? "contract" : "",
      method === undefined ? "method" : "",
      contract === undefined || example === undefined || !fits(example.wire.request, contract) ? "fixture" : "",
      method !== undefined && !hasPage(method) ? "reference page" : "",
    ].filter((fault) => fault !== "");
    if (faults.length === 0) complete++;
    else missing.push(`${name}: ${faults.join(", ")}`);
    const mark = (what: string): string => (faults.includes(what) ? "**missing**" : "yes");
    const kind = contract === undefined ? "" : `${contract.effect}, ${contract.cost}`;
    const called = method === undefined ? "**missing**" : `\`${method.name}\``;
    console.log(
      `| ${at + 1} | ${name} | \`${request}\` | ${mark("contract")} | ${called} | ${mark("fixture")} | ${kind} |`,
    );
  });
  const pages = reference === undefined ? "" : " and a reference page";
  console.log(
    `\n${complete} of ${list.length} with the vendor's request, a contract, a method, a wire fixture${pages}`,
  );
}

/** Fields of each exported type, inherited ones included; of a union, those that each member has. */
function fieldsByType(): ReadonlyMap<string, ReadonlySet<string>> {
  const entry = join(here, "src/index.ts");
  const base = ts.readConfigFile(join(here, "../../tsconfig.base.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(base.config, ts.sys, here);
  const program = ts.createProgram([entry], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error("src/index.ts cannot be read.");
  const found = new Map<string, ReadonlySet<string>>();
  for (const exported of checker.getExportsOfModule(module)) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (!(symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias))) continue;
    const properties = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
    found.set(exported.name, new Set(properties.map(({ name }) => name)));
  }
  return found;
}

function fields(): void {
  const types = fieldsByType();
  const all = process.argv.includes("--fields");
  let found = 0;
  console.log("\n## Fields that the user guide names\n");
  if (all) console.log("| section | the guide's words | in the types |\n| --- | --- | --- |");
  for (const [section, guide, type, field] of guideFields) {
    const there = types.get(type)?.has(field) === true;
    if (there) found++;
    else missing.push(`${type}.${field} ("${guide}", ${section})`);
    if (all) console.log(`| ${section} | ${guide} | ${there ? `\`${type}.${field}\`` : "**missing**"} |`);
  }
  console.log(`${all ? "\n" : ""}${found} of ${guideFields.length} found in the exported types`);
}

operations("Operations of the guide", guideOperations);
operations("Operations beyond the guide", laterOperations);
fields();

const known = new Set([...guideOperations, ...laterOperations].map(([name]) => name));
for (const name of Object.keys(contracts)) if (!known.has(name)) missing.push(`${name}: not in the vendor's list`);
if (missing.length > 0) console.error(`\nmissing:\n${missing.join("\n")}`);
process.exitCode = missing.length === 0 ? 0 : 1;
