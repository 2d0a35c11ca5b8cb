/** Asks `recheck` about every regular expression in the sources of the packages, and feeds each 100 KB of what it likes least. */
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { fromNpm } from "../src/from-npm.ts";
import { report } from "../src/measure.ts";

interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

interface Recheck {
  checkSync(
    source: string,
    flags: string,
    options: object,
  ): { readonly status: "safe" | "vulnerable" | "unknown"; readonly attack?: { readonly string: string } };
}

process.env["RECHECK_BACKEND"] = "pure";
const recheck = createRequire(`${fromNpm("recheck", ["recheck@4.5.0"])}/`)("recheck") as Recheck;
const root = fileURLToPath(new URL("../../..", import.meta.url));
const expressions = globSync("packages/{core,kryptogo,kyc-portal,argos,verifyvasp-kyt}/src/**/*.ts", { cwd: root })
  .filter((file) => !file.includes("/testing/"))
  .toSorted()
  .flatMap(expressionsIn);
const counts = { safe: 0, vulnerable: 0, unknown: 0 };
let slowest = { ms: 0, where: "" };
const wrong: string[] = [];
for (const one of expressions) {
  const { status, attack } = recheck.checkSync(one.source, one.flags, { timeout: 10_000 });
  counts[status]++;
  if (status === "vulnerable")
    wrong.push(`${one.where}: /${one.source}/${one.flags} by ${attack?.string.slice(0, 80)}`);
  const ms = longestOf(one);
  if (ms > slowest.ms) slowest = { ms, where: one.where };
}
for (const one of wrong) console.error(one);
report({
  id: "redos",
  promise: "No regular expression of the packages can be made to backtrack without end",
  wanted: "0 vulnerable",
  seen: `${counts.vulnerable} vulnerable of ${expressions.length}, ${counts.unknown} unknown to recheck; the slowest takes ${slowest.ms.toFixed(1)} ms for 100 KB (${slowest.where})`,
  kept: counts.vulnerable === 0 && expressions.length > 50,
});

/** Literals, and `new RegExp` of a text that stands there. What is put together at run time is looked at where it is tested. */
function expressionsIn(file: string): Expression[] {
  const text = readFileSync(`${root}/${file}`, "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ where: `${file}:${line}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Milliseconds for the worst of some texts of 100 KB: runs of each character that the expression names, with an end that does not fit. */
function longestOf({ source, flags }: Expression): number {
  const alphabet = [...new Set(Array.from(`${source.replaceAll(/\\[dswbDSWB]/g, "")}a0 %"`))];
  let longest = 0;
  for (const char of alphabet) {
    const text = `${char.repeat(100_000)}\u0000`;
    const began = performance.now();
    new RegExp(source, flags.replaceAll(/[gy]/g, "")).test(text);
    longest = Math.max(longest, performance.now() - began);
  }
  return longest;
}
