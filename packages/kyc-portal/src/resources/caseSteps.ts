import { type RequestOptions, Resource, type Transport } from "@x/core";
import { excludeAmlStep } from "../endpoints/caseSteps/excludeAmlStep.js";
import { getCaseStep } from "../endpoints/caseSteps/getCaseStep.js";
import { listCaseSteps } from "../endpoints/caseSteps/listCaseSteps.js";
import { updateCaseStepStatus, type UpdateCaseStepStatusInput } from "../endpoints/caseSteps/updateCaseStepStatus.js";
import type { CaseStepDetail, CaseStepGroup } from "../models/caseSteps.js";
import type { CaseInput, CaseStepInput } from "../models/ids.js";
import { StepNotes } from "./stepNotes.js";

/** What there is to review in a case, of either kind. */
export class CaseSteps extends Resource {
  /** Notes on steps. */
  readonly notes: StepNotes;

  /** @hidden */
  constructor(transport: Transport) {
    super(transport);
    this.notes = new StepNotes(transport);
  }

  /**
   * Lists the steps of a case. There are none while the case is being built.
   *
   * @param input - Which case.
   * @param options - Choices for this call alone.
   * @returns The steps in groups.
   * @throws {@link ApiError} 404 when there is no such case.
   *
   * @example
   * const groups = await portal.caseSteps.list({ caseCommonId: 2000236 });
   */
  async list(input: CaseInput, options?: RequestOptions): Promise<CaseStepGroup[]> {
    return await this.transport.request(listCaseSteps, input, options);
  }

  /**
   * Reads one step in full. What there is depends on its kind.
   *
   * @param input - Which step of which case.
   * @param options - Choices for this call alone.
   * @returns Documents, a screening match, a linked case, or an identity.
   * @throws {@link ApiError} 404 when there is no such step.
   *
   * @example
   * const step = await portal.caseSteps.get({ caseCommonId: 2000236, stepId: 88101 });
   */
  async get(input: CaseStepInput, options?: RequestOptions): Promise<CaseStepDetail> {
    return await this.transport.request(getCaseStep, input, options);
  }

  /**
   * Marks a step as passed, failed or not reviewed.
   *
   * @param input - The step and the result.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link ApiError} 404 when there is no such step.
   *
   * @example
   * await portal.caseSteps.updateStatus({ caseCommonId: 2000236, stepId: 88101, status: "Passed" });
   */
  async updateStatus(input: UpdateCaseStepStatusInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(updateCaseStepStatus, input, options);
  }

  /**
   * Drops a screening match that is about somebody else. `isCaseAMLPositive` no longer counts it.
   *
   * @param input - The match's step.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link ApiError} 404 when there is no such step.
   *
   * @example
   * await portal.caseSteps.excludeAml({ caseCommonId: 2000236, stepId: 88140 });
   */
  async excludeAml(input: CaseStepInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(excludeAmlStep, input, options);
  }
}
