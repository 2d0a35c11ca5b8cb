import { type FileAnswer, type RequestOptions, Resource } from "@x/core";
import { getAmlReport, type GetAmlReportInput } from "../endpoints/aml/getAmlReport.js";
import { getMonitorRecord, type GetMonitorRecordInput, type MonitorRecord } from "../endpoints/aml/getMonitorRecord.js";
import {
  type MonitoringResult,
  monitorSubmissions,
  type MonitorSubmissionsInput,
} from "../endpoints/aml/monitorSubmissions.js";

/** AML screening of approved submissions. */
export class AmlScreening extends Resource {
  /**
   * Reads the report on one finding as PDF.
   *
   * @param input - `aml.matches[].resource_id` of a submission.
   * @param options - Choices for this call alone.
   * @returns The file.
   * @throws {@link ApiError} when there is no such report.
   *
   * @example
   * const { bytes } = await argos.aml.getReport({ resourceId: "resource-1" });
   */
  async getReport(input: GetAmlReportInput, options?: RequestOptions): Promise<FileAnswer> {
    return await this.transport.request(getAmlReport, input, options);
  }

  /**
   * Has approved submissions watched from now on. May be billed.
   *
   * @param input - Work list, 1 to 25 submissions, administrator.
   * @param options - Choices for this call alone.
   * @returns Which ones are watched, and which are not.
   * @throws {@link OutcomeUnknownError} when the answer was lost. There is no look-up by submission.
   *
   * @example
   * await argos.aml.monitor({ worklistId: "list-1", submissionIds: ["6xx28lo115832"], admin: "admin@example.com" });
   */
  async monitor(input: MonitorSubmissionsInput, options?: RequestOptions): Promise<MonitoringResult> {
    return await this.transport.request(monitorSubmissions, input, options);
  }

  /**
   * Reads one record of the ongoing monitoring.
   *
   * @param input - Work list and record.
   * @param options - Choices for this call alone.
   * @returns The record with its counts of findings.
   * @throws {@link ApiError} when there is no such record.
   *
   * @example
   * const { openCount } = await argos.aml.getMonitorRecord({ worklistId: "list-1", recordId: "record-1" });
   */
  async getMonitorRecord(input: GetMonitorRecordInput, options?: RequestOptions): Promise<MonitorRecord> {
    return await this.transport.request(getMonitorRecord, input, options);
  }
}
