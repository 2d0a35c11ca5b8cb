import { openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { KycResult } from "../codes/kycResults.js";
import type { AmlRisk } from "./aml.js";
import {
  personFields,
  some,
  subjectFields,
  type WebhookKycResult,
  webhookKycResultSchema,
  type WebhookPerson,
  type WebhookSubject,
} from "./webhookParts.js";

/** A submission began, or the applicant tries a step again. */
export interface ProgressWebhook extends WebhookSubject {
  /** What it tells of. */
  webhook_trigger: "created" | "retry";
  /** The state: incomplete. */
  kyc_result?: WebhookKycResult | undefined;
  /** Why the step failed, see `retryCodes`. */
  retryCode?: string | undefined;
  /** Tries so far. */
  attempts?: number | undefined;
  /** Submitted at. */
  created_at?: string | undefined;
}

/** A submission went to a person for review. */
export interface SubmitWebhook extends WebhookSubject {
  /** What it tells of. */
  webhook_trigger: "submit";
  /** Submitted at. */
  created_at?: string | undefined;
}

/** A submission was decided. */
export interface DecisionWebhook extends WebhookSubject, WebhookPerson {
  /** What it tells of. */
  webhook_trigger: "approved" | "rejected";
  /** The decision. */
  kyc_result?: WebhookKycResult | undefined;
}

/** What was edited. */
export interface WebhookUpdate {
  /** Names of the changed fields. */
  update?: string[] | undefined;
  /** Where the submission stands: a word here, not an object. */
  kyc_result?: KycResult | OtherString | undefined;
  /** Given to a person at. */
  pending_at?: string | undefined;
  /** Who decided. */
  reviewer?: string | undefined;
}

/** Data of a submission were edited. */
export interface UpdatedWebhook extends WebhookSubject, WebhookPerson {
  /** What it tells of. */
  webhook_trigger: "updated";
  /** What was edited. */
  data?: WebhookUpdate | undefined;
  /** Email address of who edited. */
  admin?: string | undefined;
  /** Edited at. */
  update_time?: string | undefined;
}

/** A submission was deleted. */
export interface DeleteWebhook extends WebhookSubject {
  /** What it tells of. */
  webhook_trigger: "delete";
  /** Email address of who deleted it. */
  account_email?: string | undefined;
  /** Deleted at. */
  delete_time?: string | undefined;
  /** Why. */
  comment?: string | undefined;
}

/** Outcome of an additional process. */
export interface WebhookAction {
  /** Kind of process, as `address`. */
  type?: string | undefined;
  /** Ended at. */
  created_at?: string | undefined;
  /** Why it failed, as `distanceChecks_ipGeo` or, in the vendor's spelling, `blackliskCountries`. */
  failCode?: string | undefined;
}

/** An additional process ended. */
export interface InjectionWebhook extends WebhookSubject {
  /** What it tells of. */
  webhook_trigger: "injection" | "injectionFail";
  /** What was done. */
  action?: WebhookAction | undefined;
  /** Where the submission stands. */
  kyc_status?: KycResult | OtherString | undefined;
  /** Your first field, when given for this process. */
  cf1?: string | undefined;
  /** Your second field. */
  cf2?: string | undefined;
  /** Your third field. */
  cf3?: string | undefined;
}

/** Result of the AML screening. */
export interface WebhookAmlResult {
  /** `Red Flag` when a list may hold the applicant. */
  currentstatus?: "Not Screened" | "Red Flag" | OtherString | undefined;
  /** Highest risk found. */
  risk_level_summary?: AmlRisk | OtherString | undefined;
}

/** The AML screening ended. */
export interface AmlWebhook extends WebhookSubject {
  /** What it tells of. */
  webhook_trigger: "aml";
  /** What it found. */
  aml_result?: WebhookAmlResult | undefined;
}

/** A record of the ongoing monitoring. */
export interface WebhookMonitorRecord {
  /** The record. */
  recordId?: string | undefined;
  /** Work list it is on. */
  worklistId?: string | undefined;
  /** Made at. */
  created_at?: string | undefined;
}

/** Ongoing AML monitoring has news. */
export interface AmlMonitorWebhook extends WebhookSubject {
  /** What it tells of. */
  webhook_trigger: "aml_monitor";
  /** Records that it is about. */
  records?: WebhookMonitorRecord[] | undefined;
}

const state = () => z.optional(openEnum(z.enum(["incomplete", "pending", "approved", "rejected"])));

export const progressWebhookSchema = schemaFor<ProgressWebhook>()(() =>
  z.strictObject({
    webhook_trigger: z.enum(["created", "retry"]),
    ...subjectFields(),
    kyc_result: z.optional(webhookKycResultSchema),
    retryCode: some(),
    attempts: z.optional(z.int()),
    created_at: some(),
  }),
);

export const submitWebhookSchema = schemaFor<SubmitWebhook>()(() =>
  z.strictObject({ webhook_trigger: z.literal("submit"), ...subjectFields(), created_at: some() }),
);

export const decisionWebhookSchema = schemaFor<DecisionWebhook>()(() =>
  z.strictObject({
    webhook_trigger: z.enum(["approved", "rejected"]),
    ...subjectFields(),
    ...personFields(),
    kyc_result: z.optional(webhookKycResultSchema),
  }),
);

export const updatedWebhookSchema = schemaFor<UpdatedWebhook>()(() =>
  z.strictObject({
    webhook_trigger: z.literal("updated"),
    ...subjectFields(),
    ...personFields(),
    data: z.optional(
      z.strictObject({
        update: z.optional(z.array(z.string())),
        kyc_result: state(),
        pending_at: some(),
        reviewer: some(),
      }),
    ),
    admin: some(),
    update_time: some(),
  }),
);

export const deleteWebhookSchema = schemaFor<DeleteWebhook>()(() =>
  z.strictObject({
    webhook_trigger: z.literal("delete"),
    ...subjectFields(),
    account_email: some(),
    delete_time: some(),
    comment: some(),
  }),
);

export const injectionWebhookSchema = schemaFor<InjectionWebhook>()(() =>
  z.strictObject({
    webhook_trigger: z.enum(["injection", "injectionFail"]),
    ...subjectFields(),
    action: z.optional(z.strictObject({ type: some(), created_at: some(), failCode: some() })),
    kyc_status: state(),
    cf1: some(),
    cf2: some(),
    cf3: some(),
  }),
);

export const amlWebhookSchema = schemaFor<AmlWebhook>()(() =>
  z.strictObject({
    webhook_trigger: z.literal("aml"),
    ...subjectFields(),
    aml_result: z.optional(
      z.strictObject({
        currentstatus: z.optional(z.string() as unknown as z.core.$ZodType<"Not Screened" | "Red Flag" | OtherString>),
        risk_level_summary: z.optional(
          openEnum(z.enum(["Not Screened", "High", "Medium", "Low", "HIGH", "MEDIUM", "LOW"])),
        ),
      }),
    ),
  }),
);

export const amlMonitorWebhookSchema = schemaFor<AmlMonitorWebhook>()(() =>
  z.strictObject({
    webhook_trigger: z.literal("aml_monitor"),
    ...subjectFields(),
    records: z.optional(z.array(z.strictObject({ recordId: some(), worklistId: some(), created_at: some() }))),
  }),
);
