/** Files that are mutated together, and the test files that have to notice. */
export interface MutationGroup {
  readonly name: string;
  /** Below `packages/core/src`. */
  readonly files: readonly string[];
  /** Below `packages/core/test`. */
  readonly tests: readonly string[];
}

/** What money, secrets and URLs hang on. */
export const groups: readonly MutationGroup[] = [
  {
    name: "url",
    files: ["path-segment.ts", "base-url.ts", "own.ts", "credential.ts", "place.ts"],
    tests: [
      "unit/path-segment.test.ts",
      "unit/base-url.test.ts",
      "unit/place.test.ts",
      "unit/configure.test.ts",
      "unit/configure-host.test.ts",
      "unit/placing.test.ts",
      "unit/planted-name.test.ts",
    ],
  },
  {
    name: "money",
    files: ["outcome.ts", "retry.ts", "retry-after.ts", "reconcile.ts"],
    tests: [
      "unit/outcome.test.ts",
      "unit/retry.test.ts",
      "unit/retry-after.test.ts",
      "unit/reconcile.test.ts",
      "unit/retry-spec.test.ts",
      "unit/tls-failure.test.ts",
      "unit/edges.test.ts",
    ],
  },
  {
    name: "token",
    files: ["auth/client-credentials.ts", "auth/token-request.ts", "auth/header-key.ts", "auth/headers.ts"],
    tests: [
      "unit/client-credentials.test.ts",
      "unit/header-credentials.test.ts",
      "unit/renewal.test.ts",
      "unit/token-failure.test.ts",
      "unit/token-life.test.ts",
      "unit/token-refusal.test.ts",
      "unit/token-request.test.ts",
      "unit/token-sharing.test.ts",
    ],
  },
  {
    name: "errors",
    files: [
      "errors/sdk-error.ts",
      "errors/api-error.ts",
      "errors/body-errors.ts",
      "errors/brand.ts",
      "errors/guards.ts",
      "errors/input-error.ts",
      "errors/outcome-errors.ts",
      "errors/transport-errors.ts",
      "refusal.ts",
    ],
    tests: [
      "unit/errors.test.ts",
      "unit/cause.test.ts",
      "unit/api-error.test.ts",
      "unit/error-facts.test.ts",
      "unit/refusal.test.ts",
      "unit/tls-failure.test.ts",
      "unit/outcome.test.ts",
    ],
  },
  {
    name: "redact",
    files: ["drift.ts", "hooks.ts", "receiver/secret.ts"],
    tests: [
      "unit/drift.test.ts",
      "unit/drift-path.test.ts",
      "unit/hooks.test.ts",
      "unit/secret.test.ts",
      "unit/secret-runtimes.test.ts",
      "schema.test.ts",
    ],
  },
];
