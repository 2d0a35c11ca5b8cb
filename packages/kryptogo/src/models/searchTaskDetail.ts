import { expected, openCode, type OtherNumber, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { SearchSource } from "../codes/searchSources.js";
import type { SearchTaskAuditStatus } from "../codes/searchTaskAuditStatuses.js";
import {
  type SearchSetting,
  searchSettingSchema,
  type SearchTaskMetadata,
  searchTaskMetadataSchema,
} from "./searchTask.js";
import { type SearchTarget, searchTargetSchema } from "./searchTarget.js";

/** The whole record of one search task. "None" is 0 in some fields and null in others. */
export interface SearchTaskDetail {
  /** Identifies the task. */
  task_id: number;
  /** Who was searched. */
  target?: SearchTarget | null | undefined;
  /** Snapshot of the setting used. */
  search_setting?: SearchSetting | null | undefined;
  /** Sources searched, see `searchSources`. */
  search_source?: (SearchSource | OtherNumber)[] | null | undefined;
  /** Where the search-task callback goes. */
  callback_url?: string | null | undefined;
  /** Your own reference. */
  customer_reference?: string | null | undefined;
  /** Findings by source; their form is not documented. */
  result?: unknown;
  /** Whether a sanction list has the target. The summary has it inside `report`. */
  sanction_matched?: boolean | null | undefined;
  /** Sources that are done; a count, as far as can be told. */
  completed_source?: number | null | undefined;
  /** Risk from 0 to 100; `riskBand()` names its band. */
  potential_risk?: number | null | undefined;
  /** 0 undecided, 1 accepted, 2 rejected. */
  audit_status?: SearchTaskAuditStatus | OtherNumber | null | undefined;
  /** Reason given with the decision; empty while undecided. */
  comment?: string | null | undefined;
  /** Decided, in epoch seconds; 0 while undecided. */
  audit_time?: number | null | undefined;
  /** Employee who decided. */
  auditor_employee_id?: number | null | undefined;
  /** Name of who decided. */
  auditor_employee_name?: string | null | undefined;
  /** Account of who decided. */
  auditor_employee_account?: string | null | undefined;
  /** Employee whom the task belongs to: the owner of the token. */
  employee_id?: number | null | undefined;
  /** Name of the owner. */
  employee_name?: string | null | undefined;
  /** Account of the owner. */
  employee_account?: string | null | undefined;
  /** Created, in epoch seconds. */
  creation_time?: number | null | undefined;
  /** Last changed, in epoch seconds. */
  update_time?: number | null | undefined;
  /** Search finished, in epoch seconds. */
  completed_time?: number | null | undefined;
  /** Identity verification that it follows; 0 for none. */
  from_idv_id?: number | null | undefined;
  /** Last comment, in epoch seconds; null for none. */
  comment_time?: number | null | undefined;
  /** Employee of the last comment; null for none. */
  comment_employee_id?: number | null | undefined;
  /** Name with the last comment; null for none. */
  comment_employee_name?: string | null | undefined;
  /** Account with the last comment; null for none. */
  comment_employee_account?: string | null | undefined;
  /** Free keys and values: a list everywhere else, an object in the vendor's example of this answer. */
  metadata?: SearchTaskMetadata[] | Record<string, unknown> | null | undefined;
  /** Earlier comments; their form is not documented. */
  comment_logs?: unknown[] | null | undefined;
  /** Findings in prose, presumably written by a machine. */
  aml_summarization?: string | null | undefined;
  /** When to search again, in epoch seconds. */
  next_review_at?: number | null | undefined;
}

/** Fields of the record that carry a decision. */
export const searchTaskDetailDecisions = ["sanction_matched", "potential_risk", "audit_status"] as const;

export const searchTaskDetailSchema = schemaFor<SearchTaskDetail>()(() => {
  const integer = () => expected(z.nullable(z.int()));
  const text = () => expected(z.nullable(z.string()));
  return z.strictObject({
    task_id: z.int(),
    target: expected(z.nullable(searchTargetSchema)),
    search_setting: expected(z.nullable(searchSettingSchema)),
    search_source: expected(z.nullable(z.array(openCode(z.literal([0, 1, 2, 3, 4]))))),
    callback_url: text(),
    customer_reference: text(),
    result: expected(z.unknown()),
    sanction_matched: expected(z.nullable(z.boolean())),
    completed_source: integer(),
    potential_risk: expected(z.nullable(z.number())),
    audit_status: expected(z.nullable(openCode(z.literal([0, 1, 2])))),
    comment: text(),
    audit_time: integer(),
    auditor_employee_id: integer(),
    auditor_employee_name: text(),
    auditor_employee_account: text(),
    employee_id: integer(),
    employee_name: text(),
    employee_account: text(),
    creation_time: integer(),
    update_time: integer(),
    completed_time: integer(),
    from_idv_id: integer(),
    comment_time: integer(),
    comment_employee_id: integer(),
    comment_employee_name: text(),
    comment_employee_account: text(),
    metadata: expected(z.nullable(z.union([z.array(searchTaskMetadataSchema), z.looseObject({})]))),
    comment_logs: expected(z.nullable(z.array(z.unknown()))),
    aml_summarization: text(),
    next_review_at: integer(),
  });
});
