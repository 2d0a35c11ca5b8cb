import { expect, test } from "vitest";
import { pinProblems, releaseProblems } from "../suite/workflows.ts";

const read = "permissions:\n  contents: read\n\n";

test("an action is pinned by digest, its version beside it", () => {
  const digest = "0123456789abcdef0123456789abcdef01234567";
  expect(pinProblems(`${read}    - uses: a/b@${digest} # v1.2.3\n`)).toEqual([]);
  expect(pinProblems(`${read}    - uses: a/b@v1\n    - uses: a/b@${digest}\n`)).toHaveLength(2);
});

test("a workflow begins with the right to read alone, and gives strangers none", () => {
  expect(pinProblems("permissions:\n  contents: read\n  packages: write\n")).toHaveLength(1);
  expect(pinProblems(`${read}on: pull_request_target\n`)).toHaveLength(1);
});

test("a release has an identity, a provenance, a guard, and no token", () => {
  const sound = "    environment: npm\n    id-token: write\n    run: publish --provenance\n";
  expect(releaseProblems(sound)).toEqual([]);
  expect(releaseProblems(`${sound}    env: { NODE_AUTH_TOKEN: x }\n`)).toEqual(["uses a token"]);
  expect(releaseProblems("")).toHaveLength(3);
});
