import { expected, openCode, type OtherNumber, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { type SearchTarget, searchTargetSchema } from "./searchTarget.js";

/** A free key and value kept with a search task. */
export interface SearchTaskMetadata {
  /** Name. */
  key: string;
  /** Value. */
  value: string;
}

/** The search setting as it was when the task ran. */
export interface SearchSetting {
  /** 1 precise, 2 fuzzy. */
  mode?: 1 | 2 | OtherNumber | undefined;
  /** How many years back web pages are searched; -1 without limit. */
  time_range_year?: number | undefined;
  /** Language of the search, as `lang_zh-TW`. */
  language?: string | undefined;
  /** Words that make a page negative news. */
  negative_words?: string[] | undefined;
  /** Web sites searched for negative news. */
  number_of_pages?: number | undefined;
  /** Sites the search is limited to; seen in answers, not documented. */
  sites?: string[] | null | undefined;
}

/** What a search found, and what was decided. Empty while the search runs. */
export interface SearchReport {
  /** Whether a sanction list has the target; meaningful once `progress` is 100. */
  sanction_matched?: boolean | null | undefined;
  /** Risk from 0 to 100; `riskBand()` names its band. */
  potential_risk?: number | null | undefined;
  /** Link to the results; seen in answers, not documented. */
  url?: string | null | undefined;
  /** The decision; null or absent while there is none. */
  accepted?: boolean | null | undefined;
  /** Reason given with the decision. */
  comment?: string | null | undefined;
}

/** State of one due-diligence search. The search-task callback carries the same. */
export interface SearchTask {
  /** Identifies the task. */
  task_id: number;
  /** Snapshot of the setting used. */
  search_setting?: SearchSetting | null | undefined;
  /** Who was searched. */
  target?: SearchTarget | null | undefined;
  /** Your own reference. */
  customer_reference?: string | null | undefined;
  /** Percent done; 100 is finished, null not started. */
  progress?: number | null | undefined;
  /** 0 single search in the console, 1 batch search in the console, 2 API. */
  task_origin?: 0 | 1 | 2 | OtherNumber | undefined;
  /** Created, in epoch seconds. */
  creation_time?: number | undefined;
  /** Last changed, in epoch seconds. */
  update_time?: number | undefined;
  /** Decided, in epoch seconds; 0, null or absent while undecided. */
  audit_time?: number | null | undefined;
  /** Findings and decision; null or empty while the search runs. */
  report?: SearchReport | null | undefined;
  /** Free keys and values, set by `setMetadata`. */
  metadata?: SearchTaskMetadata[] | null | undefined;
}

/** Fields of a search task that carry a decision. */
export const searchTaskDecisions = ["sanction_matched", "potential_risk", "accepted", "progress"] as const;

export const searchTaskMetadataSchema = schemaFor<SearchTaskMetadata>()(() =>
  z.strictObject({ key: z.string(), value: z.string() }),
);

export const searchSettingSchema = schemaFor<SearchSetting>()(() =>
  z.strictObject({
    mode: expected(openCode(z.literal([1, 2]))),
    time_range_year: expected(z.int()),
    language: expected(z.string()),
    negative_words: expected(z.array(z.string())),
    number_of_pages: expected(z.int()),
    sites: z.optional(z.nullable(z.array(z.string()))),
  }),
);

const searchReportSchema = schemaFor<SearchReport>()(() =>
  z.strictObject({
    sanction_matched: z.optional(z.nullable(z.boolean())),
    potential_risk: z.optional(z.nullable(z.number())),
    url: z.optional(z.nullable(z.string())),
    accepted: z.optional(z.nullable(z.boolean())),
    comment: z.optional(z.nullable(z.string())),
  }),
);

export const searchTaskSchema = schemaFor<SearchTask>()(() =>
  z.strictObject({
    task_id: z.int(),
    search_setting: expected(z.nullable(searchSettingSchema)),
    target: expected(z.nullable(searchTargetSchema)),
    customer_reference: expected(z.nullable(z.string())),
    progress: expected(z.nullable(z.number())),
    task_origin: expected(openCode(z.literal([0, 1, 2]))),
    creation_time: expected(z.int()),
    update_time: expected(z.int()),
    audit_time: expected(z.nullable(z.int())),
    report: expected(z.nullable(searchReportSchema)),
    metadata: expected(z.nullable(z.array(searchTaskMetadataSchema))),
  }),
);
