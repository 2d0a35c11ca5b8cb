import type { FakeCase, FakeParty } from "./fakeCase.js";

/** The members of a fake case, as the portal groups them. */
export function membersOf(one: FakeCase): unknown {
  const entries = (fits: (party: FakeParty) => boolean): unknown[] => one.parties.filter(fits).map(entryOf);
  return {
    controllingEntitiesAndIndividuals: entries(({ role }) => role === "Director"),
    shareholdersAndBeneficialOwners: entries(({ percentage }) => percentage !== undefined),
    ultimateBeneficialOwners: entries(({ role }) => role === "UltimateBeneficialOwner"),
    personsWithSignificantControl: [],
  };
}

function entryOf(party: FakeParty): unknown {
  const { kind, role, name, caseCommonId, stepId, percentage } = party;
  const [firstName, lastName] = name.split(" ");
  const who = kind === "Company" ? { entityName: name } : { rawName: name, firstName, lastName };
  return {
    memberType: kind,
    role,
    caseStepId: stepId,
    percentage: percentage ?? null,
    shares: null,
    isKYCed: false,
    isCaseAMLPositive: false,
    caseAmlSummary: { worldCheckSummary: { pep: "NoMatches" }, lexisNexisCheckSummary: null },
    dataSource: [{ source: "demo-harvest", sourceDomain: null }],
    member: { caseCommonId, ...who, properties: {}, memberProperties: {} },
  };
}

/** The org chart of a fake case. Its root's role is spelled as the sandbox spells it. */
export function orgChartOf(one: FakeCase): unknown {
  const nodes = (fits: (party: FakeParty) => boolean): unknown[] =>
    one.parties.filter(fits).map(({ name, role, caseCommonId, stepId, percentage }) => ({
      name,
      role,
      caseCommonId,
      caseStepId: stepId,
      shares: percentage ?? null,
      effectivePercentage: percentage ?? null,
      isUnresolvedAML: false,
      officers: [],
      shareholders: [],
      others: [],
    }));
  return {
    name: one.name,
    role: "Spose",
    jurisdictionId: 86,
    shares: null,
    effectivePercentage: null,
    caseStepId: 0,
    caseLinkId: 0,
    validation: true,
    isUnresolvedAML: false,
    others: nodes(({ role }) => role === "UltimateBeneficialOwner"),
    officers: nodes(({ role }) => role === "Director"),
    shareholders: nodes(({ role }) => role === "Shareholder"),
  };
}
