import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { type GetModuleInfo, rollup } from "rollup";
import type { Options } from "tsup";

type TsupPlugin = NonNullable<Options["plugins"]>[number];

/**
 * Joins the pieces that esbuild cuts what entries share into: each file that Node reads for an import costs 0.6 ms.
 *
 * What `index` loads becomes one file beside it, and a second one where the entry `apart` must not load all of that.
 */
export function joinChunks(apart?: string): TsupPlugin {
  return {
    name: "join-chunks",
    async buildEnd({ writtenFiles }) {
      if (this.format !== "esm") return;
      const written = writtenFiles.map(({ name }) => resolve(name)).filter((name) => name.endsWith(".js"));
      const fileOf = (entry: string): string => resolve(this.options.outDir, `${entry}.js`);
      const input = Object.fromEntries(Object.keys(this.options.entry).map((entry) => [entry, fileOf(entry)]));
      const entries = new Set(Object.values(input));
      const bundle = await rollup({
        input,
        external: (id) => !/^[./]/.test(id),
        treeshake: { moduleSideEffects: false },
        onwarn: (warning) => {
          throw new Error(warning.message);
        },
      });
      const { output } = await bundle.write({
        dir: this.options.outDir,
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        hoistTransitiveImports: false,
        // Core's words for schemas are in that file too, which everything loads anyway.
        paths: { "@x/core/schema": "@x/core/parser" },
        manualChunks: (id, { getModuleInfo }) => {
          const loads = loadedBy(fileOf("index"), getModuleInfo);
          if (entries.has(id) || !loads.has(id) || isLoadedLater(id, loads, getModuleInfo)) return undefined;
          return apart === undefined || loadedBy(fileOf(apart), getModuleInfo).has(id) ? "shared" : "contracts";
        },
      });
      const kept = new Set(output.map(({ fileName }) => resolve(this.options.outDir, fileName)));
      await Promise.all(written.filter((name) => !kept.has(name)).map(async (name) => await rm(name)));
    },
  };
}

/** A file and all that comes with it at once. */
function loadedBy(file: string, infoOf: GetModuleInfo): ReadonlySet<string> {
  const found = new Set([file]);
  // A set is walked to what is added on the way.
  for (const id of found) for (const imported of infoOf(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/**
 * Whether a file comes with a part that is loaded by `import()` as well.
 *
 * Joined to others, it would make a bundler that splits put all of those into a piece of their own, to be packed worse.
 */
function isLoadedLater(id: string, loads: ReadonlySet<string>, infoOf: GetModuleInfo): boolean {
  return [...loads].some((file) =>
    (infoOf(file)?.dynamicallyImportedIds ?? []).some((later) => loadedBy(later, infoOf).has(id)),
  );
}
