import { tryBundlers } from "./bundlers.ts";
import { consumerProject } from "./project.ts";
import { tryTestRunners } from "./test-runners.ts";
import type { ConsumerRow } from "./types.ts";
import { tryTypeScript } from "./typescript.ts";

/** Uses the packed packages as projects do: by compilers, bundlers and test runners. */
export async function tryConsumers(
  dependencies: Readonly<Record<string, string>>,
  { quick }: { readonly quick: boolean },
): Promise<ConsumerRow[]> {
  const project = await consumerProject(dependencies);
  try {
    const [compiled, ...others] = await Promise.all([
      tryTypeScript(project, quick),
      tryBundlers(project).then(async (bundled) => [...bundled, ...(await tryTestRunners(project))]),
    ]);
    return [...compiled, ...others.flat()];
  } finally {
    project.remove();
  }
}
