import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { installed } from "../install.ts";
import { root } from "../root.ts";
import { versions } from "../versions.ts";

/** As much of api-extractor as is used. */
interface ApiExtractor {
  readonly ExtractorConfig: { prepare(options: object): object };
  readonly Extractor: { invoke(config: object, options: object): unknown };
}

/** Where the reports are. */
export const reports = join(root, "docs/api");

/**
 * Writes what each entry of a package declares, for people to read when it changes.
 *
 * @param folder - The package, built.
 * @param into - Folder of the reports.
 */
export async function writeReports(folder: string, into: string): Promise<void> {
  const home = await installed(`api-extractor-${versions.apiExtractor}`, {
    "@microsoft/api-extractor": versions.apiExtractor,
  });
  const entry = join(home, "node_modules/@microsoft/api-extractor/lib-commonjs/index.js");
  const loaded = (await import(pathToFileURL(entry).href)) as { default: ApiExtractor };
  const { Extractor, ExtractorConfig } = loaded.default;
  mkdirSync(into, { recursive: true });
  for (const [name, types] of entriesOf(folder)) {
    const config = ExtractorConfig.prepare({
      configObject: settings(folder, types, into, name),
      configObjectFullPath: join(folder, "api-extractor.json"),
      packageJsonFullPath: join(folder, "package.json"),
    });
    Extractor.invoke(config, { localBuild: true, showVerboseMessages: false, messageCallback: quiet });
  }
}

function settings(folder: string, types: string, into: string, name: string): object {
  return {
    projectFolder: folder,
    mainEntryPointFilePath: types,
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          module: "nodenext",
          moduleResolution: "nodenext",
          target: "es2022",
          skipLibCheck: true,
          strict: true,
          types: [],
          lib: ["es2023", "dom", "dom.iterable"],
        },
        files: [types],
      },
    },
    apiReport: {
      enabled: true,
      reportFileName: `${name}.api.md`,
      reportFolder: into,
      reportTempFolder: join(tmpdir(), "api-reports"),
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    newlineKind: "lf",
    messages: {
      extractorMessageReporting: { default: { logLevel: "none" } },
      tsdocMessageReporting: { default: { logLevel: "none" } },
    },
  };
}

function quiet(message: { logLevel: string; handled: boolean }): void {
  message.logLevel = "none";
  message.handled = true;
}

/** Entries that have types, by the name of their report. */
function entriesOf(folder: string): [string, string][] {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    exports: Record<string, string | { import: { types: string } }>;
  };
  return Object.entries(exports).flatMap(([entry, target]) => {
    if (typeof target === "string") return [];
    const types = join(folder, target.import.types);
    if (!existsSync(types)) throw new Error(`${types} is missing: build first`);
    return [[`${basename(folder)}${entry.slice(1).replaceAll("/", ".")}`, types]];
  });
}
