import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, run } from "./run.ts";

/** Packs every package as it would be published, installs the tarballs in an empty project and uses them from there. */
const packages = ["core", "kryptogo", "kyc-portal", "argos", "verifyvasp-kyt", "sandbox"];

const use = `
const check = ({ KryptogoClient, isInputError }, { FakeKryptogo }, { parseKryptogoCallback }, form) => async () => {
  const fake = new FakeKryptogo();
  const kryptogo = new KryptogoClient({ baseUrl: "https://kryptogo.test", apiKey: "test-token", fetch: fake.fetch });
  const [task] = await kryptogo.searchTasks.create({ tasks: [{ search_setting_id: 1, target: { type: 1, name: "A" } }] });
  const summary = await kryptogo.searchTasks.getSummary({ task_id: task.task_id });
  if (parseKryptogoCallback(JSON.stringify(summary)).kind !== "search_task") throw new Error("callback not recognised");
  const refused = await kryptogo.searchTasks.getSummary({ task_id: ".." }).catch((error) => error);
  if (!isInputError(refused)) throw new Error("wrong input not refused");
  console.log(form, "ok");
};
`;

const folder = mkdtempSync(join(tmpdir(), "packed-"));
try {
  let ok = true;
  for (const name of packages) {
    const cwd = join(root, "packages", name);
    ok = run("publint --strict --pack pnpm", cwd) && ok;
    ok = run(`pnpm --silent pack --pack-destination ${folder}`, cwd) && ok;
  }
  const tarballs = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".tgz"))
      .map((file) => [`@x/${file.replace(/^x-(.+)-\d.*$/, "$1")}`, `file:${join(folder, file)}`]),
  );
  const project = join(folder, "project");
  run(`mkdir -p ${project}`);
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ private: true, dependencies: tarballs, overrides: tarballs }),
  );
  const load = (how: (entry: string) => string): string =>
    ["", "/testing", "/callbacks"].map((entry) => how(`@x/kryptogo${entry}`)).join(", ");
  writeFileSync(
    join(project, "esm.mjs"),
    `${use} await check(${load((entry) => `await import("${entry}")`)}, "ESM")();`,
  );
  writeFileSync(join(project, "cjs.cjs"), `${use} check(${load((entry) => `require("${entry}")`)}, "CommonJS")();`);
  // The other packages: every entry of each loads, in both forms.
  const entries = packages
    .slice(2, 5)
    .flatMap((name) => ["", "/endpoints", "/callbacks", "/testing"].map((entry) => `@x/${name}${entry}`))
    .concat("@x/sandbox");
  writeFileSync(join(project, "others.mjs"), `for (const name of ${JSON.stringify(entries)}) await import(name);`);
  writeFileSync(join(project, "others.cjs"), `for (const name of ${JSON.stringify(entries)}) require(name);`);
  ok = run("npm install --silent --no-audit --no-fund --ignore-scripts", project) && ok;
  ok = run("node esm.mjs && node cjs.cjs && node others.mjs && node others.cjs", project) && ok;
  process.exitCode = ok ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
