import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";
import { run } from "../shell.ts";

/** What is wrong: packages whose declarations have changed since the main branch, and which no new changeset names. */
export async function missingChangesets(base: string): Promise<string[]> {
  const since = (await git("merge-base", "HEAD", base)) ?? (await git("merge-base", "HEAD", `origin/${base}`));
  if (since === undefined) return [`there is no ${base} to compare with: name another by --since`];
  const changed = await git("diff", "--name-only", "--diff-filter=MDR", since, "--", "docs/api");
  const added = await git("diff", "--name-only", "--diff-filter=AM", since, "--", ".changeset/*.md");
  const named = lines(added).map((file) => readFileSync(join(root, file), "utf8"));
  const packages = new Set(lines(changed).map((file) => `@x/${/docs\/api\/([\w-]+)/.exec(file)?.[1] ?? ""}`));
  return [...packages]
    .filter((name) => !named.some((text) => text.includes(`"${name}":`)))
    .map((name) => `${name}: its declarations changed (docs/api) and no changeset says so; run pnpm changeset`);
}

function lines(text = ""): string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** What git says; undefined when it refuses. */
async function git(...args: string[]): Promise<string | undefined> {
  const { code, stdout } = await run("git", args, { cwd: root });
  return code === 0 ? stdout.trim() : undefined;
}
