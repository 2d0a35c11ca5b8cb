import type { Deadline } from "./deadline.js";
import type { AnyEndpoint } from "./endpoint.js";
import type { InputIssue } from "./errors/input-error.js";
import type { Shape } from "./schema.js";

type Explain = typeof import("./explain.js");

let loading: Promise<Explain> | undefined;

/** What can say why a parser said no: zod and all that reads its issues. Most programs never need it. */
export async function loadExplain(): Promise<Explain> {
  loading ??= import("./explain.js").catch((error: unknown) => {
    // The next call tries again.
    loading = undefined;
    throw error;
  });
  return await loading;
}

/** What is wrong with an input that its parser refused. That it is wrong stands, even when nothing can say where. */
export async function wrongInput(endpoint: AnyEndpoint, input: unknown, deadline: Deadline): Promise<InputIssue[]> {
  const explain = await deadline.race(loadExplain()).catch(() => undefined);
  return explain?.inputIssues(endpoint, input) ?? [{ path: "", code: "invalid", expected: "the documented fields" }];
}

/** Whether a value can be relied on as what a schema documents: new fields and enum values pass. */
export async function isUsable<Documented>(shape: Shape<Documented>, value: unknown): Promise<boolean> {
  if (shape.accepts(value)) return true;
  const { deviations } = await loadExplain();
  return deviations(shape, value, []).every(({ fatal }) => !fatal);
}
