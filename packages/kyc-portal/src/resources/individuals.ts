import type { RequestOptions, Transport } from "@x/core";
import { actOnIndividualMonitoringAlert } from "../endpoints/individuals/actOnIndividualMonitoringAlert.js";
import { createIndividual } from "../endpoints/individuals/createIndividual.js";
import { deleteIndividual } from "../endpoints/individuals/deleteIndividual.js";
import { deleteIndividualProperty } from "../endpoints/individuals/deleteIndividualProperty.js";
import { getIndividual } from "../endpoints/individuals/getIndividual.js";
import { getIndividualAmlChecks } from "../endpoints/individuals/getIndividualAmlChecks.js";
import { getIndividualAuditTrail } from "../endpoints/individuals/getIndividualAuditTrail.js";
import { getIndividualDocuments } from "../endpoints/individuals/getIndividualDocuments.js";
import { getIndividualMandatoryDocuments } from "../endpoints/individuals/getIndividualMandatoryDocuments.js";
import { getIndividualMonitoringAlerts } from "../endpoints/individuals/getIndividualMonitoringAlerts.js";
import { getIndividualProperties } from "../endpoints/individuals/getIndividualProperties.js";
import { getIndividualReport } from "../endpoints/individuals/getIndividualReport.js";
import { importIndividual } from "../endpoints/individuals/importIndividual.js";
import { linkToIndividual } from "../endpoints/individuals/linkToIndividual.js";
import { listIndividualMonitoringCases } from "../endpoints/individuals/listIndividualMonitoringCases.js";
import { listIndividuals } from "../endpoints/individuals/listIndividuals.js";
import { requestIndividualDocuments } from "../endpoints/individuals/requestIndividualDocuments.js";
import { setIndividualProperties } from "../endpoints/individuals/setIndividualProperties.js";
import { setIndividualReviewDate } from "../endpoints/individuals/setIndividualReviewDate.js";
import {
  updateIndividualIdentity,
  type UpdateIndividualIdentityInput,
} from "../endpoints/individuals/updateIndividualIdentity.js";
import { updateIndividualStatus } from "../endpoints/individuals/updateIndividualStatus.js";
import { uploadIndividualDocument } from "../endpoints/individuals/uploadIndividualDocument.js";
import type { CaseDetailResponse } from "../models/caseDetail.js";
import type { NewIndividual } from "../models/newIndividual.js";
import { CaseProperties } from "./caseProperties.js";
import { Cases } from "./cases.js";
import { IndividualDocuments } from "./individualDocuments.js";
import { Monitoring } from "./monitoring.js";

/** Cases of individuals: those that you open, and the officers and owners of companies, who have cases of their own. */
export class Individuals extends Cases {
  /** Fields that the tenant has added. */
  readonly properties: CaseProperties;
  /** Documents. */
  readonly documents: IndividualDocuments;
  /** Alerts and reviews of closed cases. */
  readonly monitoring: Monitoring;

  /** @hidden */
  constructor(transport: Transport) {
    super(transport, {
      list: listIndividuals,
      get: getIndividual,
      delete: deleteIndividual,
      getAmlChecks: getIndividualAmlChecks,
      link: linkToIndividual,
      updateStatus: updateIndividualStatus,
      getReport: getIndividualReport,
      getAuditTrail: getIndividualAuditTrail,
    });
    this.properties = new CaseProperties(transport, {
      get: getIndividualProperties,
      set: setIndividualProperties,
      delete: deleteIndividualProperty,
    });
    this.documents = new IndividualDocuments(transport, {
      list: getIndividualDocuments,
      listMandatory: getIndividualMandatoryDocuments,
      upload: uploadIndividualDocument,
      request: requestIndividualDocuments,
    });
    this.monitoring = new Monitoring(transport, {
      listCases: listIndividualMonitoringCases,
      getAlerts: getIndividualMonitoringAlerts,
      actOnAlert: actOnIndividualMonitoringAlert,
      setReviewDate: setIndividualReviewDate,
    });
  }

  /**
   * Opens a case for a person. Billed; the request is sent once.
   *
   * The ids of all individual cases are read first: without them a lost answer could not be looked up. When that fails, nothing
   * is ordered; a list of more than 10 MiB needs a larger `maxResponseBytes`.
   *
   * @param input - The person.
   * @param options - Choices for this call alone.
   * @returns The case, at its start. `waitForCase` waits until it is ready.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` finds out whether there is a case.
   *
   * @example
   * const { caseDetail } = await portal.individuals.create({ firstName: "Jane", lastName: "Example", birthDate: "1985-04-12" });
   */
  async create(input: NewIndividual, options?: RequestOptions): Promise<CaseDetailResponse> {
    return await this.transport.request(createIndividual, input, options);
  }

  /**
   * Brings a case in that was prepared elsewhere; it is screened alone. Billed, as far as is known; sent once.
   *
   * @param input - The person.
   * @param options - Choices for this call alone.
   * @returns The case, at its start.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` finds out whether there is a case.
   *
   * @example
   * await portal.individuals.import({ firstName: "Jane", lastName: "Example", countryCodeiso31662: "GB" });
   */
  async import(input: NewIndividual, options?: RequestOptions): Promise<CaseDetailResponse> {
    return await this.transport.request(importIndividual, input, options);
  }

  /**
   * Changes fields of a person's identity. Names and form are inferred.
   *
   * @param input - The case, and only what changes.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * await portal.individuals.updateIdentity({ caseCommonId: 32427, fields: { lastName: "Example-Smith" } });
   */
  async updateIdentity(input: UpdateIndividualIdentityInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(updateIndividualIdentity, input, options);
  }
}
