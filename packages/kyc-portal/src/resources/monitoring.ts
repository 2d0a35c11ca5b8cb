import { type Endpoint, type RequestOptions, Resource, type Transport } from "@x/core";
import type { ActOnAlertInput, ListMonitoringCasesInput } from "../endpoints/cases/monitoring.js";
import type { ReviewDateReceipt, SetReviewDateInput } from "../endpoints/cases/reviewDate.js";
import type { CaseInput } from "../models/ids.js";
import type { LmAlertList, LmCaseList } from "../models/monitoring.js";

/** Contracts of the monitoring of one kind of cases. */
export interface MonitoringContracts {
  readonly listCases: Endpoint<ListMonitoringCasesInput, LmCaseList>;
  readonly getAlerts: Endpoint<CaseInput, LmAlertList>;
  readonly actOnAlert: Endpoint<ActOnAlertInput, unknown>;
  readonly setReviewDate: Endpoint<SetReviewDateInput, ReviewDateReceipt>;
}

/** Monitoring of closed cases, and reviews. Individuals have the same methods. */
export class Monitoring extends Resource {
  readonly #contracts: MonitoringContracts;

  /** @hidden */
  constructor(transport: Transport, contracts: MonitoringContracts) {
    super(transport);
    this.#contracts = contracts;
  }

  /**
   * Lists the cases that have open alerts, with how many of each kind. Ask once a day: there is no webhook for them.
   *
   * @param input - Which cases; all of them when left out.
   * @param options - Choices for this call alone.
   * @returns The cases. None may also mean that monitoring is off: the two cannot be told apart.
   * @throws {@link ApiError} when the vendor refuses.
   *
   * @example
   * const { items } = await portal.companies.monitoring.listCases({ caseLevel: "All", alertType: "All" });
   */
  async listCases(input: ListMonitoringCasesInput = {}, options?: RequestOptions): Promise<LmCaseList> {
    return await this.transport.request(this.#contracts.listCases, input, options);
  }

  /**
   * Reads the alerts of one case.
   *
   * @param input - Which case.
   * @param options - Choices for this call alone.
   * @returns The alerts, each with what has changed.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * const { items } = await portal.companies.monitoring.getAlerts({ caseCommonId: 1000004429 });
   */
  async getAlerts(input: CaseInput, options?: RequestOptions): Promise<LmAlertList> {
    return await this.transport.request(this.#contracts.getAlerts, input, options);
  }

  /**
   * Applies, excludes or dismisses one alert. It counts as billed, for the documents do not say; sent once.
   *
   * `Apply` changes the case, and on a screening match of a closed case opens it again.
   *
   * @param input - The alert, what it is about, and the action; see `alertActions` for what goes with what.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link OutcomeUnknownError} when the answer was lost; read the alerts again before you repeat it.
   *
   * @example
   * await portal.companies.monitoring.actOnAlert({
   *   caseCommonId: 1000004429,
   *   alertId: 9001,
   *   alert: "details_review",
   *   action: "Apply",
   * });
   */
  async actOnAlert(input: ActOnAlertInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(this.#contracts.actOnAlert, input, options);
  }

  /**
   * Sets when a case is reviewed next. Each review that comes due is billed as a case; sent once.
   *
   * @param input - The case, and a day as `DD/MM/YYYY`, a phrase, or null for no review.
   * @param options - Choices for this call alone.
   * @returns The day that it comes to.
   * @throws {@link InputError} when the day has passed or is written otherwise; nothing was sent.
   *
   * @example
   * await portal.companies.monitoring.setReviewDate({ caseCommonId: 2000236, reviewDate: "1 year" });
   */
  async setReviewDate(input: SetReviewDateInput, options?: RequestOptions): Promise<ReviewDateReceipt> {
    return await this.transport.request(this.#contracts.setReviewDate, input, options);
  }
}
