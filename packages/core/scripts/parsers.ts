import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";
import type * as issuesModule from "../src/issues.ts";
import type { Parser } from "../src/schema.ts";
import { type Node, seeded, Values } from "./random-values.ts";
import { root } from "./run.ts";

/**
 * Asks zod and the parsers of the built packages about the same generated values, schema by schema.
 *
 * They must agree on yes and no, and on every objection that is read of a no. 300 values a schema; 100,000 with
 * `--nightly`. `--seed N` repeats a run.
 */
const given = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1];
const nightly = process.argv.includes("--nightly");
const each = nightly ? 100_000 : 300;
const seed = process.argv.includes("--seed") ? Number(given("--seed")) : Date.now() % 1_000_000;

type Issue = issuesModule.Issue;
interface Registered {
  readonly schemas: readonly object[];
  readonly documentedIssues: typeof issuesModule.documentedIssues;
  readonly builtOf: (schema: object) => Parser & Node;
}

let wrong = 0;
for (const vendor of ["kryptogo", "kyc-portal", "argos", "verifyvasp-kyt"]) {
  const [zod, parsers] = [await load(vendor, "zod/mini"), await load(vendor, "@x/core/parser")];
  if (zod.schemas.length !== parsers.schemas.length || zod.schemas.length < 20)
    throw new Error(`${vendor}: schemas lost`);
  const values = new Values(seeded(seed));
  const seen = { yes: 0, no: 0, left: 0 };
  zod.schemas.forEach((schema, at) => {
    const parser = parsers.schemas[at] ?? {};
    for (let n = 0; n < each; n++) {
      const value = values.next(zod.builtOf(schema));
      const expected = zod.documentedIssues(schema, value).map(told);
      const accepted = parsers.builtOf(parser).accepts(value);
      const issues = parsers.documentedIssues(parser, value).map(told);
      // A class instance is left to the slow way, which may still find nothing wrong with it.
      const agree = isDeepStrictEqual(issues, expected) && (accepted ? expected.length === 0 : true);
      seen[accepted ? "yes" : expected.length === 0 ? "left" : "no"]++;
      if (agree) continue;
      if (wrong++ < 5) console.log(vendor, `schema ${at}, value ${n}`, { accepted, expected, issues, value });
    }
  });
  const { yes, no, left } = seen;
  console.log(
    `${vendor}: ${zod.schemas.length} schemas, ${each} values each: ${yes} yes, ${no} no, ${left} left to the slow way`,
  );
  // Values that all go one way would prove nothing.
  if (yes === 0 || no === 0 || left > yes) wrong++;
}
console.log(wrong === 0 ? `parsers and zod agree (seed ${seed})` : `${wrong} disagreements (seed ${seed})`);
process.exitCode = wrong === 0 ? 0 : 1;

/** What anybody reads of an objection. */
function told(issue: Issue): object {
  const { code, path = [], expected, values, keys, errors, minimum, maximum, format, params, input } = issue;
  const size = keys?.length;
  const absent = input === undefined;
  const inner = errors?.map((one) => one.map(told));
  return { code, path, expected, values, keys, size, inner, minimum, maximum, format, params, absent };
}

/** A vendor's sources, written in zod or in parsers, with every schema that they make. */
async function load(vendor: string, words: string): Promise<Registered> {
  const cwd = join(root, "packages", vendor);
  const folder = mkdtempSync(join(cwd, ".parsers-"));
  try {
    const core = join(root, "packages/core/src");
    const entries = ["index", "endpoints/index", "callbacks/index"].map((name) => join(cwd, "src", `${name}.ts`));
    const { outputFiles } = await build({
      stdin: {
        resolveDir: cwd,
        contents: `${entries.map((file) => `import ${JSON.stringify(file)};`).join("\n")}
          export { schemas } from "registry"; export { documentedIssues } from "${core}/issues.ts"; export { builtOf } from "${core}/schema.ts";`,
      },
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
      // Everything is kept: sources say that importing them does nothing.
      ignoreAnnotations: true,
      treeShaking: false,
      external: ["ky", "zod", "zod/*"],
      logLevel: "error",
      plugins: [
        {
          name: "register",
          setup(on) {
            on.onResolve({ filter: /^zod\/mini$/ }, ({ importer }) =>
              importer.startsWith(core) || words === "zod/mini"
                ? { path: "zod/mini", external: true }
                : { path: join(core, "parser.ts") },
            );
            on.onResolve({ filter: /^registry$/ }, () => ({ path: "registry", namespace: "registry" }));
            on.onResolve({ filter: /^@x\/core(?:\/schema)?$/ }, () => ({ path: "core", namespace: "registry" }));
            on.onResolve({ filter: /^@x\/core\/(?:callbacks|crypto)$/ }, ({ path }) => ({
              path: join(core, `${path.slice("@x/core/".length)}-entry.ts`),
            }));
            on.onLoad({ filter: /.*/, namespace: "registry" }, ({ path }) => ({
              resolveDir: core,
              contents:
                path === "registry"
                  ? "export const schemas = [];"
                  : `import { schemas } from "registry"; import * as real from "./schema.ts"; export * from "./index.ts";
                     export const schemaFor = () => (build) => { const made = real.schemaFor()(build); schemas.push(made); return made; };`,
            }));
          },
        },
      ],
    });
    const file = join(folder, "bundle.mjs");
    writeFileSync(file, outputFiles[0]?.contents ?? "");
    return (await import(file)) as Registered;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
