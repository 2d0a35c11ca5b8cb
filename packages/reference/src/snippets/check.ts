import ts from "typescript";
import { join } from "node:path";
import { fromRoot, root } from "../workspace.ts";
import type { WrittenProgram } from "./write.ts";

/** Type-checks programs as the users' strict compiler would; one line for each fault, at the snippet's own place. */
export function checkTypes(programs: readonly WrittenProgram[]): readonly string[] {
  const base = ts.readConfigFile(join(root, "tsconfig.base.json"), (path) => ts.sys.readFile(path)).config as {
    compilerOptions: object;
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...base.compilerOptions, types: ["node"], allowImportingTsExtensions: true, noImplicitReturns: false },
    join(root, "packages/reference"),
  );
  const paths = new Map(programs.map((one) => [one.path, one]));
  const program = ts.createProgram([...paths.keys()], options);
  return ts.getPreEmitDiagnostics(program).map((one) => {
    const text = ts.flattenDiagnosticMessageText(one.messageText, "\n  ");
    if (one.file === undefined || one.start === undefined) return text;
    const { line } = one.file.getLineAndCharacterOfPosition(one.start);
    const written = paths.get(one.file.fileName);
    if (written === undefined) return `${fromRoot(one.file.fileName)}:${line + 1}: ${text}`;
    return `${written.snippet.file}:${written.snippet.line + line - written.before}: ${text}`;
  });
}
