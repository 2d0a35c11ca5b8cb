import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const fencesOf = (page: string): string[] =>
  [...readFileSync(join(root, page), "utf8").matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
const fences = [
  ...fencesOf("docs/guides/callbacks.md"),
  // Of the packages' pages those that build a receiver.
  ...["argos", "kryptogo", "kyc-portal", "verifyvasp-kyt"]
    .flatMap((name) => fencesOf(`packages/${name}/README.md`))
    .filter((code) => code.includes("Receiver({")),
];

/** What the text around the snippets takes for granted. */
const told = `
import { createServer } from "node:http";
import type { ArgosClient } from "@x/argos";
import type { KryptogoClient } from "@x/kryptogo";
import type { KycPortalClient } from "@x/kyc-portal";
import type { BullQueueLike, IoredisLike, Pending, Store, SweepingReceiver } from "@x/kryptogo/callbacks";
declare global {
  const kryptogo: KryptogoClient, portal: KycPortalClient, argos: ArgosClient;
  const redis: IoredisLike, store: Store, connection: { host: string; port: number };
  const queue: BullQueueLike, request: Request, apiKey: string, verificationUuid: string;
  const note: (...what: unknown[]) => void, openAccount: (record: unknown) => void;
  const key: string, secret: string, token: string, idv_id: number, customer_reference: string;
  const save: (event: unknown) => Promise<void>, onEvent: (event: unknown) => Promise<void>;
  const insertJob: (row: string) => Promise<void>, dueJobs: () => Promise<string[]>;
  const openChecks: () => AsyncIterable<Pending>;
  const receive: SweepingReceiver;
}
`;

test("every snippet that builds a receiver compiles as it stands", () => {
  expect(fences.length).toBeGreaterThan(10);
  const folder = mkdtempSync(join(root, "examples/receivers/.guide-"));
  try {
    writeFileSync(join(folder, "told.ts"), told);
    for (const [n, code] of fences.entries())
      writeFileSync(
        join(folder, `snippet${n}.ts`),
        `${code.includes("createServer") ? 'import { createServer } from "node:http";\n' : ""}${code}\nexport {};\n`,
      );
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: "../tsconfig.json", include: ["./*.ts"], compilerOptions: { types: ["node"] } }),
    );
    const { stdout } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], {
      encoding: "utf8",
    });
    expect(stdout).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
