import type { Clock } from "@x/core/testing";
import type * as endpoints from "../../endpoints/index.js";
import type { CaseDesk } from "./caseDesk.js";
import { type FakeCase } from "./fakeCase.js";
import type { MonitoringDesk } from "./monitoringDesk.js";
import type { FakeKycPortalOptions } from "./options.js";
import { fileResponse, makePdf } from "./pdf.js";
import type { Postman } from "./postman.js";
import type { RegistryDesk } from "./registryDesk.js";
import { refuse, timeOf } from "./refusal.js";
import { membersOf, orgChartOf } from "./structureOf.js";
import type { TokenDesk } from "./tokenDesk.js";

/** What the operations work with. */
export interface Desks {
  readonly clock: Clock;
  readonly tokens: TokenDesk;
  readonly registry: RegistryDesk;
  readonly cases: CaseDesk;
  readonly monitoring: MonitoringDesk;
  readonly postman: Postman;
  readonly options: FakeKycPortalOptions;
  readonly bill: (operation: string, usd: number, caseCommonId: number) => void;
}

type Works = Readonly<Record<keyof typeof endpoints, (input: never) => unknown>>;

interface OfCase {
  readonly caseCommonId: number | string;
}

interface OfStep extends OfCase {
  readonly stepId: number | string;
}

type Kind = FakeCase["kind"];

const users = [
  {
    userId: 11,
    userName: "reviewer@example.com",
    firstName: "Rita",
    lastName: "Reviewer",
    email: "reviewer@example.com",
  },
  { userId: 12, userName: "second@example.com", firstName: "Sam", lastName: "Second", email: "second@example.com" },
];

/** What the fake does for each operation. */
export function worksOf(desks: Desks): Works {
  const company = ofKind("company", desks);
  const individual = ofKind("individual", desks);
  return {
    getToken: (input: Parameters<TokenDesk["issue"]>[0]) => desks.tokens.issue(input),
    ...companyWorks(desks),
    ...individualWorks(desks),
    ...stepWorks(desks),
    ...otherWorks(desks),
    listCompanies: company.list,
    getCompany: company.get,
    deleteCompany: company.remove,
    getCompanyProperties: company.properties,
    setCompanyProperties: company.setProperties,
    deleteCompanyProperty: company.removeProperty,
    getCompanyDocuments: company.documents,
    uploadCompanyDocument: company.upload,
    requestCompanyDocuments: company.request,
    getCompanyAmlChecks: company.amlChecks,
    linkToCompany: company.link,
    updateCompanyIdentity: company.identity,
    updateCompanyStatus: company.setStatus,
    getCompanyReport: company.report,
    listCompanyMonitoringCases: company.monitored,
    getCompanyMonitoringAlerts: company.alerts,
    actOnCompanyMonitoringAlert: company.act,
    setCompanyReviewDate: company.review,
    getCompanyAuditTrail: company.audit,
    listIndividuals: individual.list,
    getIndividual: individual.get,
    deleteIndividual: individual.remove,
    getIndividualProperties: individual.properties,
    setIndividualProperties: individual.setProperties,
    deleteIndividualProperty: individual.removeProperty,
    getIndividualDocuments: individual.documents,
    uploadIndividualDocument: individual.upload,
    requestIndividualDocuments: individual.request,
    getIndividualAmlChecks: individual.amlChecks,
    linkToIndividual: individual.link,
    updateIndividualIdentity: individual.identity,
    updateIndividualStatus: individual.setStatus,
    getIndividualReport: individual.report,
    listIndividualMonitoringCases: individual.monitored,
    getIndividualMonitoringAlerts: individual.alerts,
    actOnIndividualMonitoringAlert: individual.act,
    setIndividualReviewDate: individual.review,
    getIndividualAuditTrail: individual.audit,
  };
}

/** What companies and persons have in common. */
function ofKind(kind: Kind, desks: Desks) {
  const { cases, clock, monitoring } = desks;
  const find = ({ caseCommonId }: OfCase): FakeCase => cases.find(Number(caseCommonId), kind);
  return {
    list: () => cases.list(kind),
    get: (input: OfCase) => cases.details(find(input)),
    remove: (input: OfCase) => void cases.cases.delete(find(input).id),
    properties: (input: OfCase) => [...find(input).properties].map(([dataType, data]) => ({ dataType, data })),
    setProperties: (input: OfCase & Readonly<Record<string, unknown>>) => {
      const one = find(input);
      for (const value of Object.values(input))
        if (Array.isArray(value))
          for (const { dataType, data } of value as { dataType: string; data: string }[])
            one.properties.set(dataType, data);
      return { caseCommonId: one.id };
    },
    removeProperty: (input: OfCase & { dataType: string }) => void find(input).properties.delete(input.dataType),
    documents: (input: OfCase) => {
      const one = find(input);
      const documents: Record<string, unknown[]> = {};
      // Nothing is shown before the case is ready.
      for (const { id, group, category, name } of one.statusId === 3 ? one.documents : [])
        (documents[group] ??= []).push({ link: linkOf(id), category, name, dataSource: "demo-harvest" });
      return { caseCommonId: one.id, name: one.name, documents };
    },
    upload: async (input: OfCase & { file?: unknown; name?: string; fileCat?: string; createNewStep?: string }) => {
      const one = find(input);
      if (!(input.file instanceof File) || input.file.size === 0) return refuse(clock, 400, "A file is required");
      const { file, name = "", fileCat = "Corporate" } = input;
      const caseStepId = cases.addStep(one, "Documents", name);
      const group = kind === "company" ? "Other Company Documents" : "Identity Documents";
      const bytes = new Uint8Array(await file.arrayBuffer());
      const caseDocumentId = cases.addDocument(one, group, fileCat, name, bytes, file.type);
      cases.tell(one, "DocumentUploaded", { documentName: name, documentId: String(caseDocumentId) });
      const messages = prevalidation(file.name);
      if (messages.length > 0) cases.tell(one, "IdFailure");
      const link = linkOf(caseDocumentId);
      return { caseDocumentId, caseStepId, name, category: fileCat, link, prevalidationMessages: messages };
    },
    request: (input: OfCase & { documents?: string[] }) => {
      const one = find(input);
      if (!Array.isArray(input.documents) || input.documents.length === 0)
        refuse(clock, 400, "One or more validation errors occurred.");
      desks.bill(`${kind}DocumentRequest`, 0, one.id);
      const accessCode = `FAKE-${cases.nextId()}!`;
      one.requests.push(accessCode);
      cases.tell(one, "DocumentsRequested", { documents: input.documents });
      return { accessCode };
    },
    amlChecks: (input: OfCase) => ({
      worldChecks: find(input).steps.flatMap((step) => (step.aml === undefined || step.excluded ? [] : [step.aml])),
      lexisNexisChecks: [],
    }),
    link: (input: { parentCaseCommonId: number; caseCommonId: number } & Readonly<Record<string, unknown>>) => {
      const parent = cases.find(input.parentCaseCommonId, kind);
      const linked = cases.find(input.caseCommonId);
      if (typeof input["associationType"] !== "string") refuse(clock, 400, "The type of association is required");
      if (kind === "company") cases.addStep(parent, "Linked", linked.name);
      cases.note(parent, "Case linked");
    },
    identity: (input: OfCase) => {
      const one = find(input);
      cases.note(one, "Identity updated");
      return cases.details(one);
    },
    setStatus: (input: OfCase & { status: string }) => {
      const one = find(input);
      if (!["Open", "Close", "Closed", "Approved"].includes(input.status)) refuse(clock, 400, "Unknown status");
      cases.setStatus(one, input.status);
      return cases.details(one);
    },
    report: (input: OfCase) => {
      const one = find(input);
      if (one.statusId !== 3 || clock.now() < one.readyAt + (desks.options.reportMs ?? 2000))
        refuse(clock, 409, "The report is not ready yet");
      return fileResponse(makePdf(`Report of case ${one.id}, ${one.decision ?? "undecided"}`), "application/pdf");
    },
    monitored: (input: { caseCommonId?: number; caseStatus?: string }) => monitoring.list(kind, input),
    alerts: (input: OfCase) => monitoring.alerts(find(input)),
    act: (input: OfCase & { alertId?: number; action?: string }) => monitoring.act(find(input), input),
    review: (input: OfCase & { reviewDate?: string | null }) => monitoring.setReviewDate(find(input), input.reviewDate),
    audit: (input: OfCase) => find(input).audit,
  };
}

interface CompanyInput {
  readonly rawname?: string;
  readonly codeiso31662?: string;
  readonly externalCode?: string;
  readonly companyType?: string;
  readonly entityName?: string;
  readonly properties?: { dataType: string; data: string }[];
}

function companyWorks(desks: Desks) {
  const { cases, clock, registry, options } = desks;
  return {
    searchCompanies: async (input: { query: string; codeiso31662: string }) => await registry.search(input),
    createCompany: (input: CompanyInput) => {
      const { rawname = "", codeiso31662 = "", externalCode, companyType, properties } = input;
      const at = registry.jurisdiction(codeiso31662);
      const registered = registry.find(codeiso31662, rawname, externalCode);
      if (registered === undefined && companyType === undefined)
        refuse(clock, 400, "The name is not one that a search returns, and no company type is given");
      const { number = externalCode ?? "" } = registered ?? {};
      const one = cases.open({ kind: "company", name: rawname, country: codeiso31662, number, registered, properties });
      desks.bill("createCompany", at.usd, one.id);
      return cases.details(one);
    },
    importCompany: (input: CompanyInput) => {
      if (options.sandbox === true) refuse(clock, 400, "Import is not available in the sandbox");
      const { entityName = "", codeiso31662 = "", properties } = input;
      const at = registry.jurisdiction(codeiso31662);
      const one = cases.open({ kind: "company", name: entityName, country: codeiso31662, properties });
      desks.bill("importCompany", at.usd, one.id);
      // One level flatter than the others, as it was seen.
      return { details: cases.details(one).caseDetail.details };
    },
    getCompanyMembers: ({ caseCommonId }: OfCase) => membersOf(cases.find(Number(caseCommonId), "company")),
    getCompanyOrgChart: ({ caseCommonId }: OfCase) => orgChartOf(cases.find(Number(caseCommonId), "company")),
    getCompanyMandatoryDocuments: ({ caseCommonId }: OfCase) => {
      cases.find(Number(caseCommonId), "company");
      return [{ dataSource: "demo-harvest", mandatoryDocument: "Certificate of Incorporation", otherNames: [] }];
    },
    activateCompanyStep: ({ caseCommonId, caseStepId }: OfCase & { caseStepId: number }) => {
      const step = cases.step(Number(caseCommonId), caseStepId);
      if (!step.isDeactivated) refuse(clock, 400, "The step is active");
      step.isDeactivated = false;
      desks.bill("activateCompanyStep", 0, Number(caseCommonId));
    },
  };
}

function individualWorks(desks: Desks) {
  const { cases, clock, options } = desks;
  const open = (operation: string, input: Readonly<Record<string, unknown>>): FakeCase => {
    const { firstName, lastName, countryCodeiso31662 } = input;
    if (typeof firstName !== "string" || typeof lastName !== "string") return refuse(clock, 400, "A name is required");
    const country = typeof countryCodeiso31662 === "string" ? countryCodeiso31662 : "GB";
    const one = cases.open({ kind: "individual", name: `${firstName} ${lastName}`, country, person: input });
    desks.bill(operation, 19, one.id);
    return one;
  };
  return {
    createIndividual: (input: Readonly<Record<string, unknown>>) => cases.details(open("createIndividual", input)),
    importIndividual: (input: Readonly<Record<string, unknown>>) => {
      if (options.sandbox === true) refuse(clock, 400, "Import is not available in the sandbox");
      return { details: cases.details(open("importIndividual", input)).caseDetail.details };
    },
    getIndividualMandatoryDocuments: ({ caseCommonId }: OfCase) => {
      cases.find(Number(caseCommonId), "individual");
      return ["photoid", "selfie", "poa"];
    },
    prevalidateIndividualDocument: ({ file }: { file?: unknown }) => {
      if (!(file instanceof File) || file.size === 0) return refuse(clock, 400, "A file is required");
      return { prevalidationMessages: prevalidation(file.name) };
    },
  };
}

function stepWorks({ cases, clock }: Desks) {
  const step = ({ caseCommonId, stepId }: OfStep) => cases.step(Number(caseCommonId), Number(stepId));
  return {
    listCaseSteps: ({ caseCommonId }: OfCase) => {
      const groups = new Map<string, unknown[]>();
      for (const { group, caseStepId, name, type, status, isDeactivated } of cases.find(Number(caseCommonId)).steps)
        groups.set(group, [...(groups.get(group) ?? []), { caseStepId, name, type, status, isDeactivated }]);
      return [...groups].map(([group, steps]) => ({ group, total: steps.length, steps }));
    },
    getCaseStep: (input: OfStep) => {
      const { caseStepId, name, status, isDeactivated, aml } = step(input);
      return { caseStepId, name, status, isDeactivated, ...(aml === undefined ? {} : { category: aml.category }) };
    },
    updateCaseStepStatus: (input: OfStep & { status: string }) => {
      if (!["Passed", "Failed", "NotReviewed"].includes(input.status)) refuse(clock, 400, "Unknown status");
      step(input).status = input.status;
      cases.note(cases.find(Number(input.caseCommonId)), `Step ${input.status}`);
    },
    excludeAmlStep: (input: OfStep) => {
      const one = step(input);
      if (one.aml === undefined) refuse(clock, 400, "The step holds no AML match");
      one.excluded = true;
    },
    listStepNotes: (input: OfStep) => step(input).notes,
    addStepNote: (input: OfStep & { note: string }) => {
      const note = {
        stepNoteId: cases.nextId(),
        note: input.note,
        userName: "api",
        createdDate: timeOf(clock.now()),
      };
      step(input).notes.push(note);
      cases.note(cases.find(Number(input.caseCommonId)), "Note added");
      return note;
    },
    deleteStepNote: (input: OfStep & { stepNoteId: number }) => {
      const { notes } = step(input);
      const at = notes.findIndex((one) => one.stepNoteId === input.stepNoteId);
      if (at < 0) refuse(clock, 404, "Note not found");
      notes.splice(at, 1);
    },
  };
}

function otherWorks(desks: Desks) {
  const { cases, clock, registry, postman } = desks;
  return {
    downloadDocument: ({ documentId }: { documentId: number | string }) => {
      const all = [...cases.cases.values()].flatMap((one) => one.documents);
      const found = all.find((one) => one.id === Number(documentId));
      return found === undefined ? refuse(clock, 404, "Document not found") : fileResponse(found.bytes, found.type);
    },
    listCompanyTypes: () => ["Private Company", "Liability Company (LLC) (Non-Cayman or Cayman)"],
    listJurisdictions: () => registry.jurisdictions(),
    listDataTypes: () => ["Case Reviewed by", "Review date"],
    listUsers: () => users,
    assignUser: ({ caseCommonId, userId }: OfCase & { userId: number | string }) => {
      const one = cases.find(Number(caseCommonId));
      const user = users.find((other) => String(other.userId) === String(userId));
      if (user === undefined) return refuse(clock, 404, "User not found");
      one.assignedTo = user.userId;
      cases.tell(one, "CaseAssigned", { assignedUser: user.userName, caseStatus: one.status });
    },
    getVersion: () => Response.json("2.0.0-fake"),
    getHealth: () => ({ status: "ok", version: "1.0.0", commit: "0000000", buildTime: "2026-09-14T08:31:03Z" }),
    listRegistryFilings: ({ caseCommonId }: OfCase) => filings(cases.find(Number(caseCommonId)), clock),
    purchaseRegistryFiling: (input: OfCase & { registryDocumentId: number }) => {
      const one = cases.find(Number(input.caseCommonId));
      filings(one, clock);
      desks.bill("purchaseRegistryFiling", 20, one.id);
      clock.after(500, () => {
        const name = `Filing ${input.registryDocumentId} <01/02/2024>`;
        const id = cases.addDocument(one, "Other Company Documents", "FNAR1", name, makePdf(name), "application/pdf");
        cases.tell(one, "DocumentUploaded", { documentName: name, documentId: String(id) });
      });
      return { message: "Ordered" };
    },
    searchCasesByProperties: () => cases.list("company"),
    subscribeWebhook: (input: { url: string; event_types: string[]; active: boolean }) =>
      Response.json(postman.subscribe(input.url, input.event_types, input.active), { status: 201 }),
    listWebhooks: () => postman.subscriptions,
    deleteWebhook: ({ id }: { id: number | string }) => {
      if (!postman.unsubscribe(id)) refuse(clock, 404, "No such subscription");
    },
  };
}

/** Only Hong Kong's registry sells filings. */
function filings(one: FakeCase, clock: Clock): unknown {
  if (one.country !== "HK") refuse(clock, 400, "Only HKCR cases have filings");
  const bought = one.documents.find((document) => document.category === "FNAR1");
  const filing = { registrydocumentId: 77, name: "Annual return", filingDate: "2024-02-01", status: "Available" };
  const documents = [{ ...filing, category: "FNAR1", ...(bought === undefined ? {} : { caseDocumentId: bought.id }) }];
  const lastRefreshedDate = timeOf(one.createdAt);
  return {
    caseDetail: { company: { caseCompanyId: one.id + 7, lastRefreshedDate, registryDocuments: { documents } } },
  };
}

/** The file's name decides, as in the sandbox. */
function prevalidation(fileName: string): { key: string; value: string }[] {
  if (!/-(?:forged|expired)\.\w+$/i.test(fileName)) return [];
  return [{ key: "IdentityDocumentNotRecognized", value: "The document could not be recognised." }];
}

/** Links point at a host inside the vendor's network; only the id in it is of use. */
function linkOf(id: number): string {
  return `https://api-service-hk.knowyourcustomer.com/v2/documents/${id}`;
}
