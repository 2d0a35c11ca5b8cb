/** A step of a fake case. */
export interface FakeStep {
  readonly caseStepId: number;
  readonly group: string;
  readonly name: string;
  readonly type: string;
  status: string;
  isDeactivated: boolean;
  readonly notes: { stepNoteId: number; note: string; userName: string; createdDate: string }[];
  /** The screening match that the step is about. */
  readonly aml?: { readonly category: string; readonly name: string };
  excluded: boolean;
}

/** A document of a fake case. */
interface FakeDocument {
  readonly id: number;
  readonly group: string;
  readonly category: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** A party of a fake case, which is a case of its own. */
export interface FakeParty {
  readonly caseCommonId: number;
  readonly name: string;
  readonly kind: "Individual" | "Company";
  readonly role: string;
  readonly percentage?: number;
  readonly stepId: number;
}

/** An open monitoring alert of a fake case. */
export interface FakeAlert {
  readonly changeId: number;
  readonly kind: "details_review" | "manual_review" | "aml_match" | "document_expiry";
  readonly caseStepId: number;
  readonly change: Readonly<Record<string, unknown>>;
}

/** A case of the fake. */
export interface FakeCase {
  readonly id: number;
  readonly kind: "company" | "individual";
  readonly name: string;
  readonly country: string;
  readonly number: string;
  /** Fields that an individual was made with. */
  readonly person: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  statusId: number;
  status: "Open" | "Closed";
  decision: string | null;
  readyAt: number;
  reviewAt: number | null;
  assignedTo: number | string | null;
  readonly properties: Map<string, string>;
  readonly steps: FakeStep[];
  readonly documents: FakeDocument[];
  readonly parties: FakeParty[];
  readonly alerts: FakeAlert[];
  readonly audit: { action: string; userName: string; date: string }[];
  readonly requests: string[];
}

const labels: Readonly<Record<number, string>> = {
  0: "Initializing Case",
  3: "Ready",
  8: "Failed",
  9: "Google Search",
  50: "Building",
  53: "Building",
};

const progress: Readonly<Record<number, number>> = { 0: 0, 50: 10, 53: 45, 9: 80, 3: 100, 8: 0 };

/** Whether a case has a match that nobody has excluded. */
export function isAmlPositive(one: FakeCase): boolean {
  return one.steps.some((step) => step.aml !== undefined && !step.excluded);
}

/** What the portal says of a case. */
export function detailsOf(one: FakeCase, country: string, time: (ms: number) => string): Record<string, unknown> {
  const common = {
    caseCommonId: one.id,
    statusId: one.statusId,
    statusName: labels[one.statusId] ?? "Building",
    status: one.status,
    caseDecision: one.decision,
    caseDescription: "",
    countryName: country,
    riskRating: "",
    complete: progress[one.statusId] ?? 50,
    // Set at creation, however long the build takes: a trap of the real one.
    caseReadyDatetime: time(one.createdAt),
    scheduledReviewDate: one.reviewAt === null ? null : time(one.reviewAt),
    typeString: one.kind === "company" ? "Company" : "Individual",
    isVisible: true,
    isVisibleInLiveCases: true,
    isAMLCase: false,
    caseProcessingType: "",
  };
  const subject =
    one.kind === "company"
      ? {
          company: {
            caseCompanyId: one.id + 7,
            caseCommonId: one.id,
            entityName: one.name,
            countryCodeISO31662: one.country,
            type: "Company",
            dataSource: "demo-harvest",
            properties: one.number === "" ? {} : { "Registration Number": one.number, "Company Status": "Active" },
          },
        }
      : {
          individual: {
            firstName: one.person["firstName"],
            lastName: one.person["lastName"],
            countryCodeISO31662: one.country,
            country,
            nameTransposition: false,
          },
        };
  return {
    common,
    ...subject,
    caseAddress: { rawAddress: "1 Example Street", country, countryCodeISO31662: one.country },
    caseAmlSummary: {
      worldCheckSummary: { pep: isAmlPositive(one) ? "HasMatches" : "NoMatches", sanctions: "NoMatches" },
      lexisNexisCheckSummary: null,
    },
    isCaseAMLPositive: isAmlPositive(one),
    risks: {},
  };
}
