import type { RequestOptions, Transport } from "@x/core";
import type { UploadCompanyDocumentInput } from "../endpoints/cases/documents.js";
import { activateCompanyStep, type ActivateCompanyStepInput } from "../endpoints/companies/activateCompanyStep.js";
import { actOnCompanyMonitoringAlert } from "../endpoints/companies/actOnCompanyMonitoringAlert.js";
import { createCompany, type CreateCompanyInput } from "../endpoints/companies/createCompany.js";
import { deleteCompany } from "../endpoints/companies/deleteCompany.js";
import { deleteCompanyProperty } from "../endpoints/companies/deleteCompanyProperty.js";
import { getCompany } from "../endpoints/companies/getCompany.js";
import { getCompanyAmlChecks } from "../endpoints/companies/getCompanyAmlChecks.js";
import { getCompanyAuditTrail } from "../endpoints/companies/getCompanyAuditTrail.js";
import { getCompanyDocuments } from "../endpoints/companies/getCompanyDocuments.js";
import { getCompanyMandatoryDocuments } from "../endpoints/companies/getCompanyMandatoryDocuments.js";
import { getCompanyMembers } from "../endpoints/companies/getCompanyMembers.js";
import { getCompanyMonitoringAlerts } from "../endpoints/companies/getCompanyMonitoringAlerts.js";
import { getCompanyOrgChart } from "../endpoints/companies/getCompanyOrgChart.js";
import { getCompanyProperties } from "../endpoints/companies/getCompanyProperties.js";
import { getCompanyReport } from "../endpoints/companies/getCompanyReport.js";
import { importCompany, type ImportCompanyInput } from "../endpoints/companies/importCompany.js";
import { linkToCompany } from "../endpoints/companies/linkToCompany.js";
import { listCompanies } from "../endpoints/companies/listCompanies.js";
import { listCompanyMonitoringCases } from "../endpoints/companies/listCompanyMonitoringCases.js";
import { requestCompanyDocuments } from "../endpoints/companies/requestCompanyDocuments.js";
import {
  type CompanySearchResponse,
  searchCompanies,
  type SearchCompaniesInput,
} from "../endpoints/companies/searchCompanies.js";
import { setCompanyProperties } from "../endpoints/companies/setCompanyProperties.js";
import { setCompanyReviewDate } from "../endpoints/companies/setCompanyReviewDate.js";
import {
  updateCompanyIdentity,
  type UpdateCompanyIdentityInput,
} from "../endpoints/companies/updateCompanyIdentity.js";
import { updateCompanyStatus } from "../endpoints/companies/updateCompanyStatus.js";
import { uploadCompanyDocument } from "../endpoints/companies/uploadCompanyDocument.js";
import type { CaseDetailResponse } from "../models/caseDetail.js";
import type { MandatoryDocument } from "../models/caseDocuments.js";
import type { CaseInput } from "../models/ids.js";
import type { MembersResponse } from "../models/members.js";
import type { OrgChartNode } from "../models/orgChart.js";
import { CaseDocuments } from "./caseDocuments.js";
import { CaseProperties } from "./caseProperties.js";
import { Cases } from "./cases.js";
import { Monitoring } from "./monitoring.js";

/** Cases of companies. */
export class Companies extends Cases {
  /** Fields that the tenant has added. */
  readonly properties: CaseProperties;
  /** Documents. */
  readonly documents: CaseDocuments<UploadCompanyDocumentInput, MandatoryDocument>;
  /** Alerts and reviews of closed cases. */
  readonly monitoring: Monitoring;

  /** @hidden */
  constructor(transport: Transport) {
    super(transport, {
      list: listCompanies,
      get: getCompany,
      delete: deleteCompany,
      getAmlChecks: getCompanyAmlChecks,
      link: linkToCompany,
      updateStatus: updateCompanyStatus,
      getReport: getCompanyReport,
      getAuditTrail: getCompanyAuditTrail,
    });
    this.properties = new CaseProperties(transport, {
      get: getCompanyProperties,
      set: setCompanyProperties,
      delete: deleteCompanyProperty,
    });
    this.documents = new CaseDocuments(transport, {
      list: getCompanyDocuments,
      listMandatory: getCompanyMandatoryDocuments,
      upload: uploadCompanyDocument,
      request: requestCompanyDocuments,
    });
    this.monitoring = new Monitoring(transport, {
      listCases: listCompanyMonitoringCases,
      getAlerts: getCompanyMonitoringAlerts,
      actOnAlert: actOnCompanyMonitoringAlert,
      setReviewDate: setCompanyReviewDate,
    });
  }

  /**
   * Searches a registry, live. It takes from under 5 s to 150 s, so up to 180 s are waited.
   *
   * @param input - Name, part of it or number, and the jurisdiction.
   * @param options - Choices for this call alone.
   * @returns What the registry found. Hand `rawname` and `externalCode` unchanged to {@link Companies.create}.
   * @throws {@link ApiError} 400 when the registry refuses, often because too many companies fit; 504 after 300 s.
   *
   * @example
   * const { companySearch } = await portal.companies.search({ query: "insight", codeiso31662: "GI" });
   */
  async search(input: SearchCompaniesInput, options?: RequestOptions): Promise<CompanySearchResponse> {
    return await this.transport.request(searchCompanies, input, options);
  }

  /**
   * Opens a case for a company and starts its build. Billed; the request is sent once.
   *
   * The ids of all company cases are read first: without them a lost answer could not be looked up. When that fails, nothing
   * is ordered; a list of more than 10 MiB needs a larger `maxResponseBytes`.
   *
   * @param input - The company, as a search found it.
   * @param options - Choices for this call alone.
   * @returns The case, at its start. `waitForCase` waits until it is ready.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` finds out whether there is a case.
   *
   * @example
   * const { caseDetail } = await portal.companies.create({
   *   rawname: "CROPWELL BISHOP CREAMERY LIMITED",
   *   codeiso31662: "GB",
   *   externalCode: "00364890",
   * });
   */
  async create(input: CreateCompanyInput, options?: RequestOptions): Promise<CaseDetailResponse> {
    return await this.transport.request(createCompany, input, options);
  }

  /**
   * Brings a case in that was prepared elsewhere; it is screened alone. Billed, as far as is known; sent once.
   *
   * @param input - The company and its properties.
   * @param options - Choices for this call alone.
   * @returns The case, at its start.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` finds out whether there is a case.
   *
   * @example
   * await portal.companies.import({ entityName: "Example Limited", codeiso31662: "GB", companyType: "Private Company" });
   */
  async import(input: ImportCompanyInput, options?: RequestOptions): Promise<CaseDetailResponse> {
    return await this.transport.request(importCompany, input, options);
  }

  /**
   * Reads the tree of ownership and control.
   *
   * @param input - Which case.
   * @param options - Choices for this call alone.
   * @returns The company as the root of the tree.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * const root = await portal.companies.getOrgChart({ caseCommonId: 2000236 });
   */
  async getOrgChart(input: CaseInput, options?: RequestOptions): Promise<OrgChartNode> {
    return await this.transport.request(getCompanyOrgChart, input, options);
  }

  /**
   * Reads the people and companies that belong to a company, by kind of association.
   *
   * @param input - Which case.
   * @param options - Choices for this call alone.
   * @returns The members, each with the id of its own case.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * const { ultimateBeneficialOwners } = await portal.companies.getMembers({ caseCommonId: 2000236 });
   */
  async getMembers(input: CaseInput, options?: RequestOptions): Promise<MembersResponse> {
    return await this.transport.request(getCompanyMembers, input, options);
  }

  /**
   * Changes fields of a company's identity. Names and form are inferred.
   *
   * @param input - The case, and only what changes.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * await portal.companies.updateIdentity({ caseCommonId: 2000236, fields: { city: "Gibraltar" } });
   */
  async updateIdentity(input: UpdateCompanyIdentityInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(updateCompanyIdentity, input, options);
  }

  /**
   * Starts full verification of a deactivated officer or shareholder. Billed, as far as is known; sent once.
   *
   * @param input - The case and the step.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link OutcomeUnknownError} when the answer was lost; read the step before you repeat it.
   *
   * @example
   * await portal.companies.activateStep({ caseCommonId: 2000236, caseStepId: 5501 });
   */
  async activateStep(input: ActivateCompanyStepInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(activateCompanyStep, input, options);
  }
}
