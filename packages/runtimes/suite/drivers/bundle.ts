import { join } from "node:path";
import { build } from "esbuild";
import { here } from "../root.ts";

/** How the probe is made ready for a runtime. */
export interface BundleOptions {
  /** A file of `probe/`. */
  readonly entry: string;
  /** Folder in which the packages are installed. */
  readonly project: string;
  readonly outfile: string;
  readonly format: "esm" | "cjs" | "iife";
  /** Whether packages are left to the runtime to find. */
  readonly external: boolean;
  readonly conditions?: readonly string[];
}

/** The same probe for every runtime; what differs is only who resolves the packages. */
export async function bundleProbe(options: BundleOptions): Promise<void> {
  await build({
    entryPoints: [join(here, "probe", options.entry)],
    outfile: options.outfile,
    bundle: true,
    format: options.format,
    target: "es2022",
    platform: options.external ? "neutral" : "browser",
    conditions: [...(options.conditions ?? [])],
    logLevel: "error",
    ...(options.format === "iife" ? { globalName: "probed" } : {}),
    // The probe lies outside the project, whose packages it has to get.
    ...(options.external ? { packages: "external" as const } : { plugins: [resolveFrom(options.project)] }),
  });
}

function resolveFrom(project: string): import("esbuild").Plugin {
  return {
    name: "packages-of-the-project",
    setup(builder) {
      builder.onResolve({ filter: /^@x\// }, async ({ path, kind, pluginData }) =>
        pluginData === "again"
          ? undefined
          : await builder.resolve(path, { kind, resolveDir: project, pluginData: "again" }),
      );
    },
  };
}
