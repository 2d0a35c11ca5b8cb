import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const head = `import { KryptogoClient } from "@x/kryptogo";
const kryptogo = new KryptogoClient({ environment: "production", apiKey: "k" });
`;
const fiveCalls = `export const a = await kryptogo.searchTasks.create({ tasks: [{ search_setting_id: 1, target: { type: 1, name: "A" } }] });
export const b = await kryptogo.searchTasks.getSummary({ task_id: 1 });
export const c = await kryptogo.searchTasks.getDetail({ task_id: 1 });
export const d = await kryptogo.searchTasks.list({ page_size: 10, page_number: 1 });
export const e = await kryptogo.idv.get({ idv_id: 1 });
export const said = [a[0]?.task_id, b.progress, c.target, d.data.length, e.idv_task_id];
`;

/** What the compiler does for a program of five calls beyond a program that only makes the client. */
export function fiveCallConsumer(root: string): { instantiations: number; seconds: number; MB: number } {
  const folder = mkdtempSync(join(root, "packages/kryptogo/.size-"));
  try {
    const figures = (name: string, code: string): Record<string, number> => {
      writeFileSync(join(folder, `${name}.ts`), code);
      const compilerOptions = {
        target: "ES2022",
        lib: ["ES2024", "DOM"],
        module: "NodeNext",
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: true,
        noEmit: true,
        types: [],
      };
      writeFileSync(join(folder, `${name}.json`), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
      const tsc = join(root, "node_modules/.bin/tsc");
      const { stdout, status } = spawnSync(tsc, ["-p", join(folder, `${name}.json`), "--extendedDiagnostics"], {
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(stdout.slice(0, 2000));
      const read = (label: string): number =>
        Number(new RegExp(`${label}:\\s+([\\d.]+)`).exec(stdout)?.[1] ?? Number.NaN);
      return { instantiations: read("Instantiations"), seconds: read("Check time"), MB: read("Memory used") / 1000 };
    };
    const [without, five] = [figures("without", `${head}export { kryptogo };\n`), figures("five", head + fiveCalls)];
    return {
      instantiations: (five["instantiations"] ?? Number.NaN) - (without["instantiations"] ?? 0),
      seconds: five["seconds"] ?? Number.NaN,
      MB: five["MB"] ?? Number.NaN,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
