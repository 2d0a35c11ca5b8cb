import type { Clock } from "@x/core/testing";

/** A company in a registry. */
export interface RegisteredCompany {
  readonly name: string;
  /** Jurisdiction. */
  readonly country: string;
  /** Registration number; empty where the registry gives none. */
  readonly number: string;
  /** Whether screening finds a match for one of its officers. */
  readonly amlMatch?: boolean;
  /** Whether its build fails, with `statusId` 8. */
  readonly fails?: boolean;
}

/** How a jurisdiction's registry answers. */
export interface FakeJurisdiction {
  readonly name: string;
  readonly code: string;
  readonly area: string;
  readonly automated: boolean;
  readonly dataSources: readonly string[];
  /** US dollars for a company case. Contract prices differ; these are a public list's bands. */
  readonly usd: 19 | 49 | 89 | 119;
  /** Milliseconds that a search takes. */
  readonly searchMs?: number;
  /** Searches shorter than this are refused with 400, because too much was found. */
  readonly shortest?: number;
  /** Searches fail with 500: `broad` short ones, `all` every one. */
  readonly fails?: "broad" | "all";
}

/** How a fake portal behaves. */
export interface FakeKycPortalOptions {
  /** Its time: tokens age and cases are built by it. Default the real one. */
  readonly clock?: Clock;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Seconds that a token lives. Default 600. */
  readonly tokenSeconds?: number;
  /** Milliseconds from creation to ready. Default 24,000, as the sandbox takes. */
  readonly buildMs?: number;
  /** Milliseconds from ready until there is a report; before, it is a 409. Default 2,000. */
  readonly reportMs?: number;
  /** What a search's time is multiplied by. Default 1; 0 for none. */
  readonly searchScale?: number;
  /** Companies beside the seeded ones. */
  readonly companies?: readonly RegisteredCompany[];
  /** Refuses import, as the sandbox does. Default false. */
  readonly sandbox?: boolean;
  /** URL that an administrator has set; it gets every event. */
  readonly webhookUrl?: string;
  /** Sends a webhook and returns the status of its answer. Default POST by the runtime's fetch. */
  readonly deliver?: (url: string, body: string) => Promise<number>;
}

/** The seeded registry: all of it is made up. */
export const seededCompanies: readonly RegisteredCompany[] = [
  { name: "EXAMPLE CREAMERY LIMITED", country: "GB", number: "00999001" },
  { name: "EXAMPLE CREAMERY HOLDINGS LIMITED", country: "GB", number: "00999002", amlMatch: true },
  { name: "EXAMPLE COLLAPSED LIMITED", country: "GB", number: "00999003", fails: true },
  { name: "Example Insight Limited", country: "GI", number: "999223" },
  { name: "Example Engineering Private Limited", country: "SG", number: "999815219G" },
  { name: "Example Trading Limited", country: "HK", number: "99293323" },
  { name: "Example Island Fund", country: "KY", number: "" },
  { name: "Exemplo Industria SA", country: "BR", number: "99.999.001/0001-91" },
  { name: "Example Pty Ltd", country: "AU", number: "999 001 002" },
  { name: "Exemple SARL", country: "FR", number: "999 001 003" },
];

/** The jurisdictions, with the traps that were met in each. */
export const seededJurisdictions: readonly FakeJurisdiction[] = [
  { name: "United Kingdom", code: "GB", area: "Europe", automated: true, dataSources: ["CompaniesHouse"], usd: 19 },
  { name: "Gibraltar", code: "GI", area: "Europe", automated: true, dataSources: ["demo-harvest"], usd: 49 },
  { name: "Singapore", code: "SG", area: "Asia", automated: true, dataSources: ["ACRA"], usd: 19 },
  { name: "Hong Kong", code: "HK", area: "Asia", automated: true, dataSources: ["HKCR", "IRD"], usd: 49 },
  {
    name: "Cayman Islands",
    code: "KY",
    area: "Americas",
    automated: true,
    dataSources: ["CIMA"],
    usd: 89,
    searchMs: 62_000,
  },
  { name: "Brazil", code: "BR", area: "Americas", automated: true, dataSources: [], usd: 49, searchMs: 150_000 },
  { name: "Australia", code: "AU", area: "Oceania", automated: true, dataSources: ["ASIC"], usd: 49, shortest: 8 },
  { name: "Finland", code: "FI", area: "Europe", automated: true, dataSources: ["PRH"], usd: 19, shortest: 8 },
  { name: "France", code: "FR", area: "Europe", automated: true, dataSources: ["INPI"], usd: 19, shortest: 8 },
  { name: "Cyprus", code: "CY", area: "Europe", automated: true, dataSources: ["DRCOR"], usd: 49, fails: "broad" },
  { name: "Greece", code: "GR", area: "Europe", automated: true, dataSources: [], usd: 49, fails: "broad" },
  { name: "Norway", code: "NO", area: "Europe", automated: true, dataSources: [], usd: 19, fails: "broad" },
  {
    name: "Malaysia",
    code: "MY",
    area: "Asia",
    automated: true,
    dataSources: [],
    usd: 49,
    searchMs: 62_000,
    fails: "all",
  },
  { name: "Alabama", code: "US-AL", area: "Americas", automated: false, dataSources: [], usd: 19 },
  { name: "Anguilla", code: "AI", area: "Americas", automated: false, dataSources: [], usd: 119 },
];
