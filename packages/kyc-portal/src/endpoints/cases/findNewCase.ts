import type { Endpoint, Found, Lookup, LookupContext } from "@x/core";
import type { CaseDetailResponse, CaseDetails } from "../../models/caseDetail.js";
import type { ListCasesInput } from "./oneCase.js";

/**
 * How a lost create is found again: by what it was about, among the cases that were not there before it was sent.
 *
 * The vendor keeps no reference of ours and tells no time of creation, so an older case of the same company could not be
 * told from the new one otherwise. Two new cases that both fit are left to a person.
 *
 * @param list - The list that the new case will be in.
 * @param fits - Whether a case can be the one that was ordered.
 */
/* @__NO_SIDE_EFFECTS__ */
export function newCaseLookup<Input>(
  list: Endpoint<ListCasesInput, CaseDetails[]>,
  fits: (details: CaseDetails, input: Input) => boolean,
): Lookup<Input, CaseDetailResponse> {
  const idsOf = (cases: readonly CaseDetails[]): number[] => cases.map(({ common }) => common.caseCommonId);
  return {
    async before(_, context) {
      return idsOf(await context.request(list, {}));
    },
    async find(input, context): Promise<Found<CaseDetailResponse>> {
      const known = notedIds(context);
      // Without them an older case of the same company cannot be told from the new one.
      if (known === undefined) return { kind: "unclear" };
      const cases = await context.request(list, {});
      const found = cases.filter((one) => !known.has(one.common.caseCommonId) && fits(one, input));
      const [details, ...others] = found;
      if (details === undefined) return { kind: reachesBack(cases, known) ? "none" : "unclear" };
      if (others.length > 0) return { kind: "several", ids: idsOf(found) };
      return { kind: "one", value: { caseDetail: { details } } };
    },
  };
}

/**
 * Whether a list shows what was there before the send, and so all that came since. The vendor does not say how many cases a
 * list holds; one that keeps the latest only has moved on once so many were made, and that a case is not in it says nothing.
 *
 * Where nothing was there before, a list too short to have been cut will do.
 */
function reachesBack(cases: readonly CaseDetails[], known: ReadonlySet<number>): boolean {
  return known.size === 0 ? cases.length < 10 : cases.some(({ common }) => known.has(common.caseCommonId));
}

/** The ids that were there before; too many of them are not kept for another process. */
function notedIds({ noted }: LookupContext): ReadonlySet<number> | undefined {
  return Array.isArray(noted) ? new Set(noted as readonly number[]) : undefined;
}

/** Whether two texts say the same; what is not there contradicts nothing. */
export function agrees(there: unknown, wanted: string | undefined): boolean {
  if (wanted === undefined || typeof there !== "string" || there === "" || there === "-") return true;
  return plain(there) === plain(wanted);
}

/** Registries and the vendor write capitals and spaces as they like. */
function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}
