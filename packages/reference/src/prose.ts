import ts from "typescript";
import { join } from "node:path";
import { type PublicPackage, root } from "./workspace.ts";

/** What a method's comment says. */
export interface MethodProse {
  /** First sentence. */
  readonly summary: string;
  /** The rest of the text before the tags. */
  readonly text: string;
  readonly returns: string;
  readonly throws: readonly string[];
  readonly example: string;
  /** Names of the contracts that its body sends. */
  readonly sends: readonly string[];
}

/** The sources of a vendor's package, as the compiler understands them. */
export class Sources {
  readonly checker: ts.TypeChecker;
  readonly #program: ts.Program;
  readonly #package: PublicPackage;

  constructor(one: PublicPackage) {
    const base = ts.readConfigFile(join(root, "tsconfig.base.json"), (path) => ts.sys.readFile(path)).config as {
      compilerOptions: object;
    };
    const { options } = ts.convertCompilerOptionsFromJson(base.compilerOptions, join(root, one.folder));
    const files = ["index", "endpoints/index"].map((file) => join(root, one.folder, `src/${file}.ts`));
    this.#program = ts.createProgram(files, options);
    this.checker = this.#program.getTypeChecker();
    this.#package = one;
  }

  /** Input and output types of a contract. */
  typesOf(contract: string): readonly [input: ts.Type, output: ts.Type] {
    const file = this.#file("endpoints/index");
    const symbol = this.checker.getExportsOfModule(this.#moduleOf(file)).find(({ name }) => name === contract);
    if (symbol === undefined) throw new Error(`${this.#package.name}: no contract ${contract}`);
    const type = this.checker.getTypeOfSymbolAtLocation(symbol, file);
    const [input, output] = this.checker.getTypeArguments(type as ts.TypeReference);
    if (input === undefined || output === undefined) throw new Error(`${contract} is no Endpoint<Input, Output>`);
    return [input, output];
  }

  /** What a field's comment says, as one text. */
  docOf(symbol: ts.Symbol): string {
    return plain(ts.displayPartsToString(symbol.getDocumentationComment(this.checker)));
  }

  /** Every method of the client, by the path that a user writes. */
  methods(): ReadonlyMap<string, MethodProse> {
    const file = this.#file("index");
    const client = this.checker
      .getExportsOfModule(this.#moduleOf(file))
      .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol))
      .find(({ name, flags }) => name.endsWith("Client") && (flags & ts.SymbolFlags.Class) !== 0);
    if (client === undefined) throw new Error(`${this.#package.name} exports no client`);
    const found = new Map<string, MethodProse>();
    this.#walk(this.checker.getDeclaredTypeOfSymbol(client), "", found);
    return found;
  }

  #walk(type: ts.Type, path: string, found: Map<string, MethodProse>): void {
    for (const property of type.getProperties()) {
      const declaration = property.valueDeclaration;
      if (declaration === undefined || property.name.startsWith("__#") || property.name === "transport") continue;
      if (ts.isMethodDeclaration(declaration)) found.set(path + property.name, this.#prose(property, declaration));
      else if (ts.isPropertyDeclaration(declaration))
        this.#walk(this.checker.getTypeOfSymbol(property), `${path}${property.name}.`, found);
    }
  }

  #prose(symbol: ts.Symbol, declaration: ts.MethodDeclaration): MethodProse {
    const [summary, text] = splitSentence(this.docOf(symbol));
    const tags = symbol.getJsDocTags(this.checker);
    const all = (name: string): string[] =>
      tags.filter((tag) => tag.name === name).map((tag) => plain(ts.displayPartsToString(tag.text)));
    return {
      summary,
      text,
      returns: all("returns")[0] ?? "",
      throws: thrownBy(declaration),
      example: ts.displayPartsToString(tags.find(({ name }) => name === "example")?.text),
      sends: [...(declaration.body?.getText() ?? "").matchAll(/(?:request|pages)\(\s*(\w+)\s*,/g)].map(
        ([, name = ""]) => name,
      ),
    };
  }

  #file(name: string): ts.SourceFile {
    const file = this.#program.getSourceFile(join(root, this.#package.folder, `src/${name}.ts`));
    if (file === undefined) throw new Error(`${this.#package.name} has no src/${name}.ts`);
    return file;
  }

  #moduleOf(file: ts.SourceFile): ts.Symbol {
    const symbol = this.checker.getSymbolAtLocation(file);
    if (symbol === undefined) throw new Error(`${file.fileName} exports nothing`);
    return symbol;
  }
}

/** What the tags say that a call throws; the compiler takes their link for a type. */
function thrownBy(declaration: ts.MethodDeclaration): readonly string[] {
  const comment = ts.getJSDocCommentsAndTags(declaration)[0]?.getText() ?? "";
  return [...comment.matchAll(/@throws\s+([\s\S]*?)(?=\n\s*\*\s*@|\n\s*\*\s*\n|\*\/)/g)].map(([, text = ""]) =>
    plain(text.replaceAll(/\s*\n\s*\*?\s*/g, " ").trim()),
  );
}

/** The first sentence, and what follows it. */
function splitSentence(text: string): readonly [string, string] {
  const end = /(?<!\b(?:e\.g|i\.e))\.(?=\s|$)/.exec(text)?.index;
  return end === undefined ? [text, ""] : [text.slice(0, end + 1).replaceAll("\n", " "), text.slice(end + 1).trim()];
}

function plain(text: string): string {
  return text.replaceAll(
    /\{@link\s+([^}|\s]+)(?:[\s|]+([^}]+))?\}/g,
    (_, target: string, label?: string) => label ?? `\`${target}\``,
  );
}
