import { hostileBaseUrls } from "./base-urls.ts";
import type { Finding } from "./client.ts";
import { changedAnswers } from "./answers.ts";
import { bombsOf } from "./bombs.ts";
import { hostileCredentials } from "./credentials.ts";
import { hostileIds } from "./ids.ts";
import { badInputs } from "./inputs.ts";
import { jsonSuite } from "./json.ts";
import { prototypeBodies } from "./prototypes.ts";
import { redirects } from "./redirects.ts";

// Runs on any runtime: one line of JSON for each check.
const [seed = "1", bombs = ""] = process.argv.slice(2);
const checks: Readonly<Record<string, () => Promise<Finding>>> = {
  json: jsonSuite,
  ids: async () => await hostileIds(Number(seed)),
  "base-urls": async () => await hostileBaseUrls(Number(seed)),
  credentials: hostileCredentials,
  answers: changedAnswers,
  inputs: async () => await badInputs(Number(seed), 5000),
  redirects,
  bombs: async () => await bombsOf(bombs),
  prototypes: async () => await prototypeBodies(Number(seed), 10_000),
};
for (const [check, run] of Object.entries(checks)) console.log(JSON.stringify({ check, ...(await run()) }));
