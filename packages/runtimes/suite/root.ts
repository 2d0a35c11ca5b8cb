import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** This package. */
export const here = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The workspace. */
export const root = join(here, "../..");

/** What is installed for the suite alone: the workspace's lockfile knows nothing of it. */
export const cache = join(root, "node_modules/.cache/runtimes");
