import type { AnyEndpoint } from "@x/core";
import type { Clock, DrivableFake } from "@x/core/testing";
import * as argosEndpoints from "@x/argos/endpoints";
import { FakeArgos, forgeArgosCallback, webhookSamples } from "@x/argos/testing";
import * as kryptogoEndpoints from "@x/kryptogo/endpoints";
import { FakeKryptogo, forgeIdvCallback, forgeSearchTaskCallback } from "@x/kryptogo/testing";
import type { KycPortalEventType } from "@x/kyc-portal/callbacks";
import * as portalEndpoints from "@x/kyc-portal/endpoints";
import { FakeKycPortal, forgeKycPortalEvent } from "@x/kyc-portal/testing";
import * as enclaveEndpoints from "@x/verifyvasp-kyt/endpoints";
import {
  FakeEnclave,
  forgeErrorReport,
  forgeKytCallback,
  forgeTxReport,
  forgeVerificationResult,
  forgeWcoCallback,
} from "@x/verifyvasp-kyt/testing";
import { keys } from "./keys.js";
import { type CallbackFacts, type Postroom, unnamed } from "./postroom.js";
import type { VendorName } from "./types.js";

/** A vendor on the stage. */
export interface StagedVendor {
  readonly name: VendorName;
  readonly title: string;
  readonly fake: DrivableFake;
  readonly endpoints: Readonly<Record<string, AnyEndpoint>>;
  /** Callbacks that can be made up, each as text. */
  readonly forge: Readonly<Record<string, () => string>>;
  /** Headers that its callbacks carry. */
  readonly callbackHeaders: Readonly<Record<string, string>>;
}

/** Every vendor on the stage; those that the rest of the sandbox needs by their own type beside them. */
export interface Cast {
  readonly vendors: readonly StagedVendor[];
  readonly portal: FakeKycPortal;
  readonly argos: FakeArgos;
}

/** How the vendors behave. Milliseconds that their work takes are their own defaults, except the portal's. */
export interface CastOptions {
  /** Milliseconds from the creation of a portal case to ready. Default 2,000; the real sandbox takes 24,000. */
  readonly buildMs?: number | undefined;
  /** Makes ids where a vendor uses random ones. */
  readonly uuid?: (() => string) | undefined;
}

/** Puts the four fake vendors on a stage. */
export function castOf(clock: Clock, postroom: Postroom, options: CastOptions = {}): Cast {
  const common = (name: VendorName) => ({ clock, deliver: postroom.deliverFor(name) });
  const argos = new FakeArgos({ ...common("argos"), apiKey: keys.argos.apiKey, webhookUrl: unnamed });
  const portal = new FakeKycPortal({
    ...common("kyc-portal"),
    ...keys["kyc-portal"],
    buildMs: options.buildMs ?? 2000,
    webhookUrl: unnamed,
  });
  const vendors: StagedVendor[] = [
    {
      name: "kryptogo",
      title: "KryptoGO",
      fake: new FakeKryptogo({ ...common("kryptogo"), apiKey: keys.kryptogo.apiKey, callbackUrl: unnamed }),
      endpoints: kryptogoEndpoints as unknown as StagedVendor["endpoints"],
      forge: {
        "idv, accepted": () => forgeIdvCallback().body,
        "idv, rejected": () => forgeIdvCallback({ audit_status: "Rejected" }).body,
        search_task: () => forgeSearchTaskCallback().body,
      },
      callbackHeaders: {},
    },
    {
      name: "kyc-portal",
      title: "Know Your Customer",
      fake: portal,
      endpoints: portalEndpoints as unknown as StagedVendor["endpoints"],
      forge: Object.fromEntries(events.map((type) => [type, () => forgeKycPortalEvent(type).body])),
      callbackHeaders: {},
    },
    {
      name: "argos",
      title: "ARGOS Identity",
      fake: argos,
      endpoints: argosEndpoints as unknown as StagedVendor["endpoints"],
      forge: Object.fromEntries(
        (Object.keys(webhookSamples) as (keyof typeof webhookSamples)[]).map((trigger) => [
          trigger,
          () => forgeArgosCallback(trigger).body,
        ]),
      ),
      callbackHeaders: {},
    },
    {
      name: "verifyvasp",
      title: "VerifyVASP enclave",
      fake: new FakeEnclave({
        ...common("verifyvasp"),
        callbackUrl: unnamed,
        callbackToken: keys.verifyvasp.callbackToken,
        ...(options.uuid === undefined ? {} : { uuid: options.uuid }),
      }),
      endpoints: enclaveEndpoints as unknown as StagedVendor["endpoints"],
      forge: {
        CHAINALYSIS_KYT_RESULT: () => forgeKytCallback().body,
        "CHAINALYSIS_KYT_RESULT, severe": () => forgeKytCallback({ alerts: [{ alertLevel: "SEVERE" }] }).body,
        REFINITIV_WCO_RESULT: () => forgeWcoCallback().body,
        VERIFICATION_RESULT: () => forgeVerificationResult().body,
        TX_REPORT: () => forgeTxReport().body,
        ERROR_REPORT: () => forgeErrorReport().body,
      },
      callbackHeaders: { authorization: `Bearer ${keys.verifyvasp.callbackToken}` },
    },
  ];
  return { vendors, portal, argos };
}

/** What each vendor's callbacks tell of. */
export const callbackFacts: Readonly<Record<VendorName, CallbackFacts>> = {
  kryptogo: (body) => {
    const { idv_task_id, task_id } = fields(body);
    return idv_task_id === undefined
      ? { subject: `search_task:${text(task_id)}`, kind: "search_task" }
      : { subject: `idv:${text(idv_task_id)}`, kind: "idv" };
  },
  "kyc-portal": (body) => {
    const { eventType, body: inside } = fields(body);
    return { subject: `case:${text(fields(inside)["caseCommonId"])}`, kind: text(eventType) };
  },
  argos: (body) => {
    const { webhook_trigger, submission_id } = fields(body);
    return { subject: `submission:${text(submission_id)}`, kind: text(webhook_trigger) };
  },
  verifyvasp: (body) => {
    const { callbackType, data } = fields(body);
    return { subject: `verification:${text(fields(data)["verificationUuid"])}`, kind: text(callbackType) };
  },
};

const everyEvent: Readonly<Record<KycPortalEventType, true>> = {
  CaseCreated: true,
  CaseReady: true,
  CaseClosed: true,
  CaseReopened: true,
  CaseAssigned: true,
  AmlMatch: true,
  IdFailure: true,
  DocumentUploaded: true,
  DocumentsRequested: true,
  CaseRequestSubmitted: true,
};
const events = Object.keys(everyEvent) as KycPortalEventType[];

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "?";
}
