import type { MemberEntry, MembersResponse } from "../models/members.js";
import type { OrgChartNode } from "../models/orgChart.js";

/** Whether members or a chart hold anybody beside the company itself. */
export function hasStructure(answer: MembersResponse | OrgChartNode): boolean {
  return Object.values(answer).some((group) => Array.isArray(group) && group.length > 0);
}

/** A member with the group that it was listed in. */
export interface ListedMember {
  /** Key of the group in the answer. */
  readonly group: keyof MembersResponse;
  readonly entry: MemberEntry;
  /** What it is: identity documents are only ever asked of an individual. */
  readonly kind: "individual" | "company" | "joint" | "unknown";
  /** Name to show; `undefined` for a member without a usable one, which the vendor advises to skip. */
  readonly name: string | undefined;
}

/**
 * Lists the members of all groups. One party may be listed more than once, in several roles: join on
 * `entry.member.caseCommonId`, never on the name.
 *
 * @param members - What `companies.getMembers` returned.
 * @returns The members, group by group.
 *
 * @example
 * const people = listMembers(await portal.companies.getMembers({ caseCommonId })).filter((one) => one.kind === "individual");
 */
export function listMembers(members: MembersResponse): ListedMember[] {
  return (Object.keys(members) as (keyof MembersResponse)[]).flatMap((group) => {
    const entries = members[group];
    if (!Array.isArray(entries)) return [];
    return entries.map((entry) => ({ group, entry, kind: kindOf(entry), name: nameOf(entry) }));
  });
}

function kindOf({ memberType }: MemberEntry): ListedMember["kind"] {
  if (memberType === "Individual" || memberType === 2) return "individual";
  if (memberType === "Company" || memberType === 1) return "company";
  return memberType === "JointShareholder" ? "joint" : "unknown";
}

function nameOf({ member }: MemberEntry): string | undefined {
  const { rawName, firstName, lastName, name, entityName } = member ?? {};
  const full = [firstName, lastName].filter((part) => (part ?? "").trim() !== "").join(" ");
  return [rawName, full, name, entityName].find((one) => (one ?? "").trim() !== "") ?? undefined;
}
