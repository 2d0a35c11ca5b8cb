import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const packages = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** The house of clients; the sandbox is a building of its own, and the benchmarks load clients of others. */
const files = globSync("*/src/**/*.ts", { cwd: packages, exclude: ["sandbox/**", "benchmarks/**"] });

/** Packages of vendors; tools of the workspace have rooms of their own. */
const vendors = new Set(globSync("*/src/endpoints", { cwd: packages }).map((path) => path.split("/")[0]));

const isShipped = (file: string): boolean => file.startsWith("core/") || vendors.has(file.split("/")[0]);

/** Files that a file imports, relative to `packages`, or package names. */
function importsOf(file: string, types: boolean): string[] {
  const text = readFileSync(join(packages, file), "utf8");
  const pattern = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?["']([^"']+)["']/gm;
  return [...text.matchAll(pattern)].flatMap(([, type, target = ""]) => {
    if (type !== undefined && !types) return [];
    return [
      target.startsWith(".")
        ? relative(packages, join(packages, dirname(file), target)).replace(/\.js$/, ".ts")
        : target,
    ];
  });
}

const roomOf = (file: string): string => {
  const [, , first = "", second] = file.split("/");
  return second === undefined ? first.replace(/\.ts$/, "") : first;
};

/** Rooms of a vendor's package, each with the rooms that it may enter. */
const doors: Readonly<Record<string, readonly string[]>> = {
  index: [
    "client",
    "resources",
    "endpoints",
    "models",
    "callbacks",
    "codes",
    "helpers",
    "workflows",
    "errors",
    "ciphers",
  ],
  client: ["resources", "errors", "endpoints", "models", "ciphers"],
  resources: ["resources", "endpoints", "models", "workflows", "helpers"],
  workflows: ["workflows", "resources", "client", "endpoints", "models", "helpers", "codes"],
  helpers: ["helpers", "endpoints", "models", "codes", "ciphers"],
  endpoints: ["endpoints", "models", "codes"],
  models: ["models", "codes"],
  codes: ["codes"],
  errors: ["errors", "codes"],
  callbacks: ["callbacks", "models", "ciphers", "helpers", "codes"],
  ciphers: ["ciphers"],
  zod: [],
  testing: ["testing", "client", "endpoints", "models", "callbacks", "codes", "helpers", "resources", "ciphers"],
};

describe("the house", () => {
  test("a room is entered through its doors only", () => {
    const wrong = files
      .filter((file) => vendors.has(file.split("/")[0]))
      .flatMap((file) =>
        importsOf(file, true)
          .filter((target) => target.endsWith(".ts"))
          .filter((target) => !(doors[roomOf(file)] ?? []).includes(roomOf(target)))
          .map((target) => `${file} -> ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test("nothing goes round in a circle", () => {
    const visiting: string[] = [];
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string): void => {
      if (done.has(file)) return;
      if (visiting.includes(file)) {
        circles.push([...visiting.slice(visiting.indexOf(file)), file].join(" -> "));
        return;
      }
      visiting.push(file);
      for (const target of importsOf(file, false)) if (target.endsWith(".ts")) visit(target);
      visiting.pop();
      done.add(file);
    };
    for (const file of files) visit(file);
    expect(circles).toEqual([]);
  });

  test("nobody imports the test kit but the test kit", () => {
    const wrong = files.filter(
      (file) =>
        isShipped(file) &&
        !file.includes("/testing/") &&
        importsOf(file, true).some((target) => target.includes("/testing")),
    );
    expect(wrong).toEqual([]);
  });

  test("ky is imported in one file", () => {
    const importing = files.filter((file) =>
      /from "ky"|import\("ky"\)/.test(readFileSync(join(packages, file), "utf8")),
    );
    expect(importing).toEqual(["core/src/send/ky.ts"]);
  });

  test("zod is imported in the form that leaves the rest of it behind", () => {
    const wrong = files
      .filter(isShipped)
      .flatMap((file) =>
        [...readFileSync(join(packages, file), "utf8").matchAll(/^import .*from "zod.*$/gm)]
          .map(([line]) => line)
          .filter((line) => !/^import (?:type )?\* as z from "zod\/mini";$/.test(line)),
      );
    expect(wrong).toEqual([]);
  });

  test("core knows no vendor", () => {
    const wrong = files.filter(
      (file) =>
        file.startsWith("core/") &&
        /kryptogo|gofact|verifyvasp|argos|kyc.portal|know your customer/i.test(
          readFileSync(join(packages, file), "utf8"),
        ),
    );
    expect(wrong).toEqual([]);
  });

  test("a file is one idea: none is longer than 400 lines, and the average is under 150", () => {
    const lengths = files.map((file) => readFileSync(join(packages, file), "utf8").split("\n").length);
    expect(Math.max(...lengths)).toBeLessThan(400);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThan(150);
  });
});
