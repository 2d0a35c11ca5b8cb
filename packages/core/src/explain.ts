import type { AnyEndpoint } from "./endpoint.js";
import { type Deviation, judgeIssues } from "./drift.js";
import type { Shape } from "./schema.js";
import { documentedIssues } from "./issues.js";

export { inputIssues } from "./input.js";

/** How a value leaves its documented shape; nothing when it does not. */
export function deviations(shape: Shape<unknown>, value: unknown, decisive: AnyEndpoint["decisive"]): Deviation[] {
  const issues = documentedIssues(shape, value);
  return issues.length === 0 ? [] : judgeIssues(shape, value, issues, decisive ?? []);
}
