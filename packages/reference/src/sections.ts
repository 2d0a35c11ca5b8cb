import type { Operation } from "./contracts.ts";

/** Where a vendor's documents speak of an operation, kept by hand: no contract knows it. */
interface Sections {
  /** The document, as its title names it. */
  readonly document: string;
  /** Section of an operation, unless it is said below. */
  readonly section: (operation: Operation) => string;
  readonly others?: Readonly<Record<string, string>>;
}

const developerPortal = "not in the guide: developer portal and sandbox, 2026";

const byVendor: Readonly<Record<string, Sections>> = {
  kryptogo: {
    document: "KYABC API reference, 0.1.0",
    section: ({ method }) =>
      method.startsWith("kya.") ? "DD - KYA" : method.startsWith("idv.") ? "ID Verification" : "DD - KYB & KYC",
    others: { getAddressRisk: "DD - KYA, in the older revision only" },
  },
  "kyc-portal": {
    document: "API User Guide 2024",
    section: ({ endpoint }) => `\`${anchorOf(endpoint)}\``,
    others: {
      getToken: "Generate PublicApi token",
      listDataTypes: "Get data types, with another operation's anchor",
      getVersion: developerPortal,
      getHealth: developerPortal,
      searchCasesByProperties: "not in the guide",
      subscribeWebhook: developerPortal,
      listWebhooks: developerPortal,
      deleteWebhook: developerPortal,
    },
  },
  argos: {
    document: "Developer portal, ID check REST API v3",
    section: ({ endpoint }) => `${endpoint.method}${endpoint.path}`,
    others: {
      listSubmissions: "GET/Submission",
      getMonitorRecord: "AML ongoing monitoring",
      monitorSubmissions: "AML ongoing monitoring",
    },
  },
  "verifyvasp-kyt": {
    document: "Enclave API specification, 2025",
    section: ({ endpoint }) => `${endpoint.method} ${endpoint.path}`,
    others: {
      requestChainalysisKytAssessment: "Chainalysis KYT, 2023; `travelrule-Chainalysis-KYT`",
      checkHealth: "health check, in other files of the documentation",
    },
  },
};

/** The guide's anchors follow a rule: method and path with underscores. */
function anchorOf({ method, path }: Operation["endpoint"]): string {
  return `${method.toLowerCase()}${path.replaceAll(/[/{}-]/g, "_").replaceAll(/_+/g, "_")}`;
}

/** Title of the vendor's document. */
export function documentOf(vendor: string): string {
  return byVendor[vendor]?.document ?? "the vendor's documents";
}

/** Section in which the vendor's document speaks of an operation. */
export function sectionOf(vendor: string, operation: Operation): string {
  const sections = byVendor[vendor];
  if (sections === undefined) throw new Error(`${vendor}: say in src/sections.ts where its documents speak of what`);
  return sections.others?.[operation.endpoint.name] ?? sections.section(operation);
}
