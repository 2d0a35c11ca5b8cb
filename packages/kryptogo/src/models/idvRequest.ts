import * as z from "zod/mini";
import type { TwApplyCode } from "../codes/twApplyCodes.js";
import { digits, isoDate, text } from "./formats.js";
import { id } from "./ids.js";
import { rule } from "./rules.js";
import { vendorUrl } from "./urls.js";

/** What the document is expected to say. A difference leaves the verification to a person. */
export interface IdvExpectations {
  /** Full name. */
  expected_name?: string | undefined;
  /** Date of birth, `YYYY-MM-DD`. */
  expected_birthday?: string | undefined;
  /** Number of the document. */
  expected_id_number?: string | undefined;
}

/** Where the result goes, and what follows it. */
export interface IdvFollowUp {
  /** Where KryptoGO sends the IDV callback, server to server. The user never sees it. */
  callback_url?: string | undefined;
  /** Whether automatic acceptance starts a search task on the person; review and rejection never do. Default false. */
  auto_create_dd_task?: boolean | undefined;
  /** Where KryptoGO sends the callback of that search task. */
  dd_task_callback_url?: string | undefined;
  /** Search setting of that search task; needed when `auto_create_dd_task` is true. */
  dd_task_search_setting_id?: number | undefined;
}

/** What Taiwan's registry is asked. For identity cards of Taiwan only; three wrong answers lock a card for a day. */
export interface TwCardCheck {
  /** Why the card was issued: 0 none issued, 1 first, 2 again, 3 exchanged. */
  tw_id_apply_code?: TwApplyCode | undefined;
  /** When it was issued, 7 digits of Taiwan's calendar: `1070102` is 2 January 2018. */
  tw_id_apply_date?: string | undefined;
  /** Where it was issued, 5 digits as text, see `twIssueSites`. */
  tw_id_issue_site_id?: string | undefined;
}

export const expectationFields = () => ({
  expected_name: z.optional(text()),
  expected_birthday: z.optional(isoDate()),
  expected_id_number: z.optional(text()),
});

export const followUpFields = () => ({
  callback_url: z.optional(vendorUrl()),
  auto_create_dd_task: z.optional(z.boolean()),
  dd_task_callback_url: z.optional(vendorUrl()),
  dd_task_search_setting_id: z.optional(id),
});

export const twCardFields = () => ({
  tw_id_apply_code: z.optional(z.literal([0, 1, 2, 3])),
  tw_id_apply_date: z.optional(digits(7)),
  tw_id_issue_site_id: z.optional(digits(5)),
});

/** A search task needs its setting. */
export const searchSettingRule = () =>
  rule<IdvFollowUp>(
    (input) => input.auto_create_dd_task !== true || input.dd_task_search_setting_id !== undefined,
    "dd_task_search_setting_id",
    "a search setting when auto_create_dd_task is true",
  );

/** Taiwan's registry knows identity cards of Taiwan. Where the type is not asked for, it is an identity card. */
export const twCardRules = () =>
  (["tw_id_apply_code", "tw_id_apply_date", "tw_id_issue_site_id"] as const).map((field) =>
    rule<TwCardCheck & { country: string; id_type?: string }>(
      (input) => input[field] === undefined || (input.country === "TWN" && (input.id_type ?? "ID_CARD") === "ID_CARD"),
      field,
      "no value unless country is TWN and id_type is ID_CARD",
    ),
  );
