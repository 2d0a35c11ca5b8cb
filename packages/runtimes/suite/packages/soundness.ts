import { root } from "../root.ts";
import type { Entry } from "./contents.ts";

const allowed = new Set(["@x/core", "ky", "zod"]);
/** The sandbox is a server with all fake vendors in it. */
const allowedInSandbox = /^(?:@x\/(?:argos|kryptogo|kyc-portal|verifyvasp-kyt)|hono|@hono\/node-server)$/;
const run = /^(?:pre|post)?(?:install|prepare|pack|publish)$/;

/** What is wrong with a package as such: code at install, dependencies, paths of the machine that built it. */
export function soundnessOf(entries: readonly Entry[]): string[] {
  const manifest = entries.find(({ path }) => path === "package.json");
  const {
    name: own,
    scripts = {},
    dependencies = {},
  } = JSON.parse(manifest?.bytes.toString() ?? "{}") as {
    name?: string;
    scripts?: Record<string, string>;
    dependencies?: Record<string, string>;
  };
  return [
    ...Object.keys(scripts)
      .filter((name) => run.test(name))
      .map((name) => `runs "${name}" where it is installed`),
    ...Object.entries(dependencies).flatMap(([name, range]) => {
      if (!allowed.has(name) && !(own === "@x/sandbox" && allowedInSandbox.test(name))) return [`depends on ${name}`];
      return /^[\^~]?\d+\.\d+\.\d+$/.test(range) ? [] : [`depends on ${name} at ${range}`];
    }),
    ...entries.filter(({ path }) => path.endsWith(".map")).map(({ path }) => `ships the map ${path}`),
    ...entries.filter(({ bytes }) => bytes.includes(root)).map(({ path }) => `${path} names a folder of this machine`),
    ...["LICENSE", "README.md"]
      .filter((name) => !entries.some(({ path }) => path === name))
      .map((name) => `has no ${name}`),
  ];
}
