import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "@x/sandbox";
import { Checks } from "./checks.ts";
import { told } from "./told.ts";

/**
 * Packs every package, installs the tarballs in an empty folder, starts `npx @x/sandbox` there, and runs the first snippet
 * of each package's README against it: copied, with the environment replaced by the base URL as the sandbox prints it.
 */
const root = join(fileURLToPath(import.meta.url), "../../../..");
const packages = ["core", "kryptogo", "kyc-portal", "argos", "verifyvasp-kyt", "sandbox"];
const checks = new Checks();
const folder = mkdtempSync(join(tmpdir(), "quickstart-"));
const empty = join(folder, "empty");
let sandbox: ChildProcess | undefined;
try {
  install();
  sandbox = spawn("npx", ["--no-install", "@x/sandbox", "--port", "0", "--json"], { cwd: empty, detached: true });
  const began = performance.now();
  const { url, places } = await firstLine(sandbox);
  const elapsed = (performance.now() - began) / 1000;
  // A figure, not a check: the machine may be busy.
  console.log(`  up ${elapsed.toFixed(2)} s after npx began (aim 2)${elapsed > 2 ? ", slower than it should be" : ""}`);
  checks.is("npx @x/sandbox is up in an empty folder", (await fetch(url)).ok);
  for (const [name, vendor] of [
    ["kryptogo", "KRYPTOGO"],
    ["kyc-portal", "KYC_PORTAL"],
    ["argos", "ARGOS_ENCRYPTED"],
    ["verifyvasp-kyt", "VERIFYVASP"],
  ] as const)
    quickStart(name, places.find(({ env }) => `${vendor}_BASE_URL` in env)?.baseUrl ?? "", url);
} finally {
  // npx starts it as a child of its own: the group goes, and it closes by itself.
  if (sandbox?.pid !== undefined) process.kill(-sandbox.pid, "SIGINT");
  rmSync(folder, { recursive: true });
}
process.exitCode = checks.end();

function install(): void {
  mkdirSync(empty);
  for (const name of packages)
    run("pnpm", ["--silent", "pack", "--pack-destination", folder], join(root, "packages", name));
  const tarballs = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith(".tgz"))
      .map((file) => [`@x/${file.replace(/^x-(.+)-\d.*$/, "$1")}`, `file:${join(folder, file)}`]),
  );
  const manifest = { private: true, type: "module", dependencies: tarballs, overrides: tarballs };
  writeFileSync(join(empty, "package.json"), JSON.stringify(manifest));
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], empty);
}

/** Runs a README's first snippet. */
function quickStart(name: string, baseUrl: string, sandboxUrl: string): void {
  const page = readFileSync(join(root, "packages", name, "README.md"), "utf8");
  const [, snippet] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  if (snippet === undefined) return checks.is(`the README of ${name} has a quick start`, false);
  const code = snippet.replace(/\b(?:environment|baseUrl): "[^"]*"/, `baseUrl: "${baseUrl}"`);
  const file = join(empty, `${name}.mts`);
  writeFileSync(file, `${told(name, sandboxUrl)}\n${code}\nprocess.exit(0);\n`);
  const { status, stderr } = spawnSync(process.execPath, [file], { cwd: empty, encoding: "utf8", timeout: 30_000 });
  checks.is(`the quick start of @x/${name} runs as it is printed`, status === 0, stderr.slice(0, 600));
}

async function firstLine(child: ChildProcess): Promise<{ url: string; places: Place[] }> {
  return await new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("\n")) resolve(JSON.parse(text.slice(0, text.indexOf("\n"))) as never);
    });
    child.once("exit", (code) => reject(new Error(`npx ended with ${code}`)));
  });
}

function run(program: string, args: string[], cwd: string): void {
  const { status, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args[0]} failed: ${stderr}`);
}
