import type { Clock } from "@x/core/testing";
import {
  type FakeJurisdiction,
  type FakeKycPortalOptions,
  type RegisteredCompany,
  seededCompanies,
  seededJurisdictions,
} from "./options.js";
import { pause, refuse } from "./refusal.js";

/** The fake's registries: quick, slow, over-full and broken ones. */
export class RegistryDesk {
  readonly #clock: Clock;
  readonly #scale: number;
  readonly #companies: readonly RegisteredCompany[];

  constructor(clock: Clock, options: FakeKycPortalOptions) {
    this.#clock = clock;
    this.#scale = options.searchScale ?? 1;
    this.#companies = [...seededCompanies, ...(options.companies ?? [])];
  }

  jurisdictions(): unknown {
    const jurisdiction = seededJurisdictions.map(({ name, code, area, automated, dataSources }) => ({
      name,
      codeiso31662: code,
      area,
      isautomated: automated,
      dataSources,
    }));
    return { jurisdictions: { jurisdiction } };
  }

  async search({ query, codeiso31662 }: { query: string; codeiso31662: string }): Promise<unknown> {
    const at = this.jurisdiction(codeiso31662);
    await pause(this.#clock, (at.searchMs ?? 0) * this.#scale);
    const broad = query.trim().length < 8;
    if (at.fails === "all" || (at.fails === "broad" && broad)) refuse(this.#clock, 500, "Internal Error");
    if (query.trim().length < (at.shortest ?? 0))
      refuse(this.#clock, 400, `More than 200 records found in ${at.name}, please refine your search criteria`);
    const wanted = query.toLowerCase();
    const results = this.#companies
      .filter(({ country, name, number }) => country === at.code && `${name} ${number}`.toLowerCase().includes(wanted))
      .map(({ name, number }) => ({
        name,
        rawname: name,
        type: "Company",
        externalCode: number,
        registrationNumber: number,
        companyStatus: "Active",
        rawAddress: "",
        street: "",
        city: "",
        zip: "",
        dataSource: at.dataSources[0] ?? "demo-harvest",
        countryCodeISO31662: at.code,
      }));
    return { companySearch: { results } };
  }

  /** The company that a case is about. The name has to be the registry's, to the letter. */
  find(country: string, name: string, number: string | undefined): RegisteredCompany | undefined {
    return this.#companies.find(
      (one) => one.country === country && one.name === name && (number === undefined || one.number === number),
    );
  }

  jurisdiction(code: string): FakeJurisdiction {
    const found = seededJurisdictions.find((one) => one.code === code);
    return found ?? refuse(this.#clock, 400, "Unknown jurisdiction code");
  }
}
