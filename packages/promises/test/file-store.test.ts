import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeCases } from "@x/core/testing";
import { afterAll, beforeAll, describe, test } from "vitest";
import { FileStore } from "../src/file-store.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "store-"));
});
afterAll(async () => await rm(folder, { recursive: true }));

describe("the store in a folder", () => {
  for (const { name, run } of storeCases(() => new FileStore(folder))) test(name, run);
});
