import { run, tally } from "./run.ts";

/** Everything that CI runs, the fast checks first. */
const steps: readonly (readonly [name: string, command: string])[] = [
  ["format", "oxfmt --check ."],
  ["lint", "oxlint --deny-warnings ."],
  ["versions agree", "sherif"],
  ["build", "turbo run build --output-logs=errors-only --log-order=stream"],
  ["types", "turbo run check --output-logs=errors-only --log-order=stream"],
  ["nothing unused", "knip"],
  ["test", "node packages/core/scripts/test.ts"],
  ["parsers and zod agree", "node packages/core/scripts/parsers.ts"],
  ["as built", "node packages/core/scripts/as-built.ts"],
  ["snippets", "node packages/reference/scripts/snippets.ts"],
  ["generated documents are fresh and valid", "node packages/reference/scripts/generate.ts --check"],
  ["OpenAPI on a server made by others", "node packages/reference/scripts/prism.ts"],
  ["packages are sound", "node packages/core/scripts/pack.ts"],
  ["size and start-up", "node packages/core/scripts/size.ts"],
  ["reference", "node packages/reference/scripts/site.ts"],
  ["reference in a real Chromium", "node packages/reference/scripts/look.ts"],
  ["demo", "pnpm --silent --filter kryptogo-onboarding start"],
  ["portal example", "pnpm --silent --filter kyc-portal-company start"],
  ["ARGOS example", "pnpm --silent --filter argos-reconcile start"],
  ["VerifyVASP example", "pnpm --silent --filter verifyvasp-withdrawal start"],
  ["receivers on five frameworks", "pnpm --silent --filter receivers start"],
  [
    "a book of customers screened while everything breaks",
    "pnpm --silent --filter bulk-screening start --customers 1000",
  ],
  ["the portal's documents next to the code", "node packages/kyc-portal/scripts/coverage.ts"],
  ["ARGOS' documents next to the code", "node packages/argos/scripts/fields.ts"],
  ["the promises, at their small size", "node packages/promises/scripts/promises.ts"],
  ["ciphers on four runtimes", "node packages/core/scripts/ciphers.ts"],
  ["the sandbox packed, and every quick start on it", "pnpm --silent --filter @x/sandbox quickstart"],
  ["the sandbox in Chromium", "pnpm --silent --filter @x/sandbox browser"],
  ["a real Redis", "pnpm --silent --filter @x/verifyvasp-kyt redis"],
  ["workflows", "node packages/runtimes/scripts/workflows.ts"],
  ["what packages ship and declare", "node packages/runtimes/scripts/packages.ts --check"],
  ["every runtime, compiler and bundler", "node packages/runtimes/scripts/suite.ts --check --quick"],
  ["tree is clean", 'test -z "$(git status --porcelain)" || (git status --short; false)'],
];

const after = process.argv.includes("--after-test");
const failed: string[] = [];
for (const [name, command] of steps) {
  if (after && name === "test") continue;
  console.log(`\n── ${name}: ${command}`);
  if (!run(command)) failed.push(name);
}
const tests = tally();
if (failed.length > 0) console.log(`\nfailed: ${failed.join(", ")}`);
console.log(`${tests.passed + steps.length - failed.length} passed, ${tests.failed + failed.length} failed`);
process.exitCode = failed.length + tests.failed === 0 ? 0 : 1;
