import { defineEndpoint, type Encode, type Endpoint, type OtherString, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { alertActions, type AllowedAlertAction } from "../../codes/alertActions.js";
import { alertsIn, itemsIn } from "../../models/answers.js";
import { type Extra, extraField, spread } from "../../models/extra.js";
import { suggested, text } from "../../models/formats.js";
import { type CaseInput, caseInputSchema, id, undocumentedSchema } from "../../models/ids.js";
import {
  type LmAlertList,
  lmAlertListSchema,
  type LmCaseList,
  lmCaseListSchema,
  monitoringDecisions,
} from "../../models/monitoring.js";
import { rule } from "../../models/rules.js";
import { and, readStatuses, statuses } from "../statuses.js";
import type { CaseSegment } from "./segment.js";

/** Which cases with open alerts to list; all of them when nothing is said. Names are inferred where it is said. */
export interface ListMonitoringCasesInput extends Extra {
  /** One case alone. */
  caseCommonId?: number | undefined;
  /** Root cases, sub-cases, or both; `Root` and `Sub` are inferred. */
  caseLevel?: "All" | "Root" | "Sub" | OtherString | undefined;
  /** Kind of alert; of its values only `All` is documented. */
  alertType?: "All" | OtherString | undefined;
  /** User that the case is assigned to; the name is inferred. */
  caseAssignee?: number | string | undefined;
  /** Kinds of screening alerts; the name is inferred. */
  amlAlertTypes?: string[] | undefined;
  /** Kind of case; the name is inferred. */
  caseType?: "Entity" | "Individual" | OtherString | undefined;
  /** Open cases, closed ones, or both; the name is inferred. */
  caseStatus?: "Open" | "Closed" | "All" | OtherString | undefined;
}

/** Which alert to act on. */
export interface AlertTarget extends Extra {
  /** Id of the case. */
  caseCommonId: number;
  /** Id of the alert: the change's `changeId`, as far as is known. */
  alertId: number;
  /** Step that the alert is about. */
  stepId?: number | undefined;
}

/**
 * An alert, and what to do with it. `alert` and `caseStatus` say what the alert is about, so that an action which the
 * vendor does not define for it does not compile; they are not sent.
 */
export type ActOnAlertInput = AlertTarget & AllowedAlertAction;

const listInputSchema = schemaFor<ListMonitoringCasesInput>()(() =>
  z.strictObject({
    caseCommonId: z.optional(id()),
    caseLevel: z.optional(suggested<"All" | "Root" | "Sub">()),
    alertType: z.optional(suggested<"All">()),
    caseAssignee: z.optional(z.union([id(), text()])),
    amlAlertTypes: z.optional(z.array(text())),
    caseType: z.optional(suggested<"Entity" | "Individual">()),
    caseStatus: z.optional(suggested<"Open" | "Closed" | "All">()),
    extra: extraField(),
  }),
);

/** Whether the table of the vendor has the pair. */
function isAllowed({
  alert,
  caseStatus,
  action,
}: Readonly<Record<"alert" | "caseStatus" | "action", unknown>>): boolean {
  if (typeof alert !== "string" || !Object.hasOwn(alertActions, alert)) return true;
  const byStatus: Readonly<Record<string, readonly unknown[]>> = alertActions[alert as keyof typeof alertActions];
  const status = caseStatus ?? "Open";
  return typeof status !== "string" || !Object.hasOwn(byStatus, status) || byStatus[status]?.includes(action) === true;
}

const actInputSchema = schemaFor<ActOnAlertInput>()(
  () =>
    z
      .strictObject({
        caseCommonId: id(),
        alertId: id(),
        stepId: z.optional(id()),
        alert: z.enum(["details_review", "manual_review", "aml_match", "document_expiry"]),
        caseStatus: z.optional(z.enum(["Open", "Closed"])),
        action: z.enum(["Exclude", "Apply", "Dismiss"]),
        extra: extraField(),
      })
      .check(
        rule(
          ({ alert, caseStatus }) => alert !== "aml_match" || caseStatus !== undefined,
          "caseStatus",
          "Open or Closed for an aml_match",
        ),
        rule(
          ({ alert, caseStatus, action }) => isAllowed({ alert, caseStatus, action }),
          "action",
          "an action that alertActions lists for this kind of alert and state of the case",
        ),
      ) as z.core.$ZodType as z.core.$ZodType<ActOnAlertInput>,
);

/** Listing cases that have open alerts. */
/* @__NO_SIDE_EFFECTS__ */
export function monitoringCasesOf(name: string, segment: CaseSegment): Endpoint<ListMonitoringCasesInput, LmCaseList> {
  return defineEndpoint<ListMonitoringCasesInput, LmCaseList>({
    name,
    method: "POST",
    path: `/v2/${segment}/lm-cases`,
    input: listInputSchema,
    output: lmCaseListSchema,
    errors: readStatuses,
    effect: "query",
    cost: "free",
    timeout: 60_000,
    verified: false,
    encode: { extra: spread },
    bodyAlways: true,
    decode: itemsIn,
    decisive: monitoringDecisions,
  });
}

/** Reading the alerts of a case. */
/* @__NO_SIDE_EFFECTS__ */
export function monitoringAlertsOf(
  name: string,
  segment: CaseSegment,
  doubt?: { readonly verified: false },
): Endpoint<CaseInput, LmAlertList> {
  return defineEndpoint<CaseInput, LmAlertList>({
    name,
    method: "GET",
    path: `/v2/${segment}/{caseCommonId}/lm-alerts`,
    input: caseInputSchema,
    output: lmAlertListSchema,
    errors: readStatuses,
    effect: "read",
    cost: "free",
    timeout: 60_000,
    decode: alertsIn,
    decisive: monitoringDecisions,
    ...doubt,
  });
}

/** The body names the case once more, under the name that the lists have for it. */
const withCaseId: Encode = async (caseCommonId: number) => ({ value: caseCommonId, also: { caseId: caseCommonId } });

/** Acting on an alert. Whether applying one costs is not documented, so it counts as billed. */
/* @__NO_SIDE_EFFECTS__ */
export function alertActionOf(name: string, segment: CaseSegment): Endpoint<ActOnAlertInput, unknown> {
  return defineEndpoint<ActOnAlertInput, unknown>({
    name,
    method: "POST",
    path: `/v2/${segment}/{caseCommonId}/lm-alerts-action`,
    input: actInputSchema,
    output: undocumentedSchema,
    errors: /* @__PURE__ */ and(statuses, {
      400: "The action does not fit the alert, or the alert is gone: read the alerts again.",
    }),
    effect: "create",
    cost: "billed",
    timeout: 60_000,
    verified: false,
    omits: ["alert", "caseStatus"] as never,
    encode: { caseCommonId: withCaseId, extra: spread },
    mayBeEmpty: true,
  });
}
