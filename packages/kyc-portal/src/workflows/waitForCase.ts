import { type RequestOptions, type Waited, waitFor, type WaitOptions, type Workflow } from "@x/core";
import type { KycPortalClient } from "../client.js";
import { type CaseLook, type CaseState, readCaseLook } from "../helpers/caseLook.js";
import { hasStructure } from "../helpers/structure.js";

/** How the build of a case goes on, as far as waiting needs it. */
export const caseWorkflow: Workflow<CaseLook, CaseState> = {
  vendor: "Know Your Customer",
  operation: "waitForCase",
  state: (look) => look.state,
  kinds: {
    building: "working",
    ready_without_structure: "working",
    ready: "terminal",
    failed: "expired",
    unknown: "unknown",
  },
  // After 1, 5, 15 and 60 minutes, then 6, 12 and 24 hours after one another: most registries take minutes, people at
  // the vendor hours.
  delays: [60_000, 240_000, 600_000, 2_700_000, 18_000_000, 21_600_000, 43_200_000],
  timeout: 72 * 3_600_000,
};

/** Delays for the sandbox, where a case is ready within 24 to 84 s. */
export const sandboxDelays: readonly number[] = [3000, 4000, 5000, 6000];

/** Choices of {@link waitForCase}. */
export interface WaitForCaseOptions extends WaitOptions<CaseLook> {
  /** Kind of the case. Default `company`; a person's case has no structure to wait for. */
  readonly kind?: "company" | "individual";
  /** Whether a company needs members or a chart to count as ready, as the vendor advises. Default true. */
  readonly requireStructure?: boolean;
}

/**
 * Waits until a case is built: `statusId` 3, and for a company its structure. What the case's `status` and
 * `caseReadyDatetime` say is not waited for: the one is open all along, the other is set at creation.
 *
 * Give `wake` the {@link Waker} of your webhook route: a wake of `case:6037` makes it look at once. Without it, it looks
 * as seldom as production needs; give `delays: sandboxDelays` for the sandbox.
 *
 * @param portal - The client.
 * @param input - Which case.
 * @param options - Time limit, signal, delays, and `onProgress`, which is told each look with the stage's name.
 * @returns How the wait ended: `ready`, or `failed`.
 * @throws {@link WaitExpiredError} when the time is up; the build goes on.
 * @throws {@link ApiError} when the portal refuses, for one because there is no such case.
 *
 * @example
 * const { state, value } = await waitForCase(portal, { caseCommonId }, { onProgress: ({ stage }) => console.log(stage) });
 */
export async function waitForCase(
  portal: Pick<KycPortalClient, "companies" | "individuals">,
  input: { readonly caseCommonId: number },
  options: WaitForCaseOptions = {},
): Promise<Waited<CaseLook, CaseState>> {
  const { kind = "company", requireStructure = kind === "company", ...waiting } = options;
  const look = async (signal: AbortSignal | undefined, timeout: number): Promise<CaseLook> => {
    const once: RequestOptions = signal === undefined ? { timeout } : { timeout, signal };
    const cases = kind === "company" ? portal.companies : portal.individuals;
    const answer = await cases.get({ caseCommonId: input.caseCommonId }, once);
    const seen = readCaseLook(answer);
    if (seen.state !== "ready" || !requireStructure || kind === "individual") return seen;
    const members = await portal.companies.getMembers({ caseCommonId: input.caseCommonId }, once);
    if (hasStructure(members)) return { ...seen, members };
    const chart = await portal.companies.getOrgChart({ caseCommonId: input.caseCommonId }, once);
    return { ...seen, members, state: hasStructure(chart) ? "ready" : "ready_without_structure" };
  };
  return await waitFor(caseWorkflow, `case:${input.caseCommonId}`, look, waiting);
}
