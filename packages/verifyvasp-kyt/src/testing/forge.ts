import { parseVerifyVaspCallback, type VerifyVaspCallback } from "../callbacks/parseVerifyVaspCallback.js";
import type { ChainalysisKyt, ChainalysisKytAlert, KytResult } from "../models/kytAssessment.js";
import type { ErrorReportData, TxReportData, VerificationResultData } from "../models/travelRuleEvents.js";
import type { RefinitivWco, WcoResult } from "../models/wcoResult.js";
import { attemptSample, transferSample } from "./samples.js";

/** A callback as the enclave would send it. */
export interface ForgedCallback<Payload> {
  /** JSON text, as it goes over the wire. */
  readonly body: string;
  /** Its `data`. */
  readonly payload: Payload;
}

/** What to say otherwise in a KYT callback. */
export interface KytForgery {
  /** Which sample to begin from. Default `ATTEMPT`: an address with one alert. */
  readonly sample?: "ATTEMPT" | "TRANSFER";
  readonly verificationUuid?: string;
  /** Fields of the assessment; `undefined` leaves one out. */
  readonly kyt?: Partial<ChainalysisKyt>;
  /** The alerts; each is filled up from the sample's. */
  readonly alerts?: readonly Partial<ChainalysisKytAlert>[];
}

/**
 * Makes a KYT callback.
 *
 * @param forgery - What to say otherwise. `alertCount` follows the alerts unless it is given.
 * @returns Text and payload.
 * @throws `CallbackError` when the forgery is what the enclave would not send.
 *
 * @example
 * const { body } = forgeKytCallback({ kyt: { requestId }, alerts: [{ alertLevel: "SEVERE" }] });
 */
export function forgeKytCallback(forgery: KytForgery = {}): ForgedCallback<KytResult> {
  const { data } = forgery.sample === "TRANSFER" ? transferSample : attemptSample;
  const { chainalysisKYT, chainalysisKYTAlerts: own } = data.riskAssessment;
  const alert = attemptSample.data.riskAssessment.chainalysisKYTAlerts?.[0];
  const alerts = forgery.alerts?.map((one) => ({ ...alert, ...one })) ?? own;
  const riskAssessment = {
    chainalysisKYT: { ...chainalysisKYT, alertCount: alerts?.length ?? 0, ...forgery.kyt },
    chainalysisKYTAlerts: alerts,
  };
  const verificationUuid = forgery.verificationUuid ?? data.verificationUuid;
  return forged("kyt", "CHAINALYSIS_KYT_RESULT", { verificationUuid, riskAssessment });
}

/**
 * Makes a World-Check One callback.
 *
 * @param overrides - Fields of the screening to say otherwise; `undefined` leaves one out.
 * @returns Text and payload.
 *
 * @example
 * const { body } = forgeWcoCallback({ matchStrength: "STRONG" });
 */
export function forgeWcoCallback(overrides: Partial<RefinitivWco> = {}): ForgedCallback<WcoResult> {
  return forged("wco", "REFINITIV_WCO_RESULT", {
    verificationUuid: "69a310e6-810f-4a31-83d1-bcdafccf5304",
    riskAssessment: {
      refinitivWorldCheckOne: {
        counterpartyVaspId: "15952089931162058999",
        direction: "INCOMING",
        caseSystemId: "5jb7r2c9xjfk1hoc95gfayv6m",
        status: "PROCESSED",
        matchStrength: "EXACT",
        aggregatedSummaryResult: '{"caseId":"69a310e6-810f-4a31-83d1-bcdafccf5304-INCOMING-1684413585757"}',
        createdAt: "2023-05-18T12:39:48.000Z",
        assessedAt: "2023-05-18T12:39:57.834Z",
        ...overrides,
      },
    },
  });
}

/**
 * Makes the beneficiary VASP's answer to a verification.
 *
 * @param overrides - Fields to say otherwise; `undefined` leaves one out.
 * @returns Text and payload.
 *
 * @example
 * const { body } = forgeVerificationResult({ verificationResult: "DENIED", reason: "UNKNOWN-ADDRESS" });
 */
export function forgeVerificationResult(
  overrides: Partial<VerificationResultData> = {},
): ForgedCallback<VerificationResultData> {
  return forged("verification_result", "VERIFICATION_RESULT", {
    verificationUuid: "64ab871b-14a3-47df-9b80-368e29fe8180",
    verificationResult: "VERIFIED",
    reason: "OK",
    message: "",
    ...overrides,
  });
}

/**
 * Makes the originating VASP's report of its transaction.
 *
 * @param overrides - Fields to say otherwise; `undefined` leaves one out.
 * @returns Text and payload.
 *
 * @example
 * const { body } = forgeTxReport({ verificationUuid, txHash });
 */
export function forgeTxReport(overrides: Partial<TxReportData> = {}): ForgedCallback<TxReportData> {
  return forged("tx_report", "TX_REPORT", {
    verificationUuid: "64ab871b-14a3-47df-9b80-368e29fe8181",
    txHash: "8a54d58ca4100112a5430818776d74898f2232770bae03046862575cb851a042",
    vout: "2",
    ...overrides,
  });
}

/**
 * Makes the originating VASP's report that it gave up.
 *
 * @param overrides - Fields to say otherwise; `undefined` leaves one out.
 * @returns Text and payload.
 *
 * @example
 * const { body } = forgeErrorReport({ reason: "UNKNOWN-NETWORK" });
 */
export function forgeErrorReport(overrides: Partial<ErrorReportData> = {}): ForgedCallback<ErrorReportData> {
  return forged("error_report", "ERROR_REPORT", {
    verificationUuid: "64ab871b-14a3-47df-9b80-368e29fe8182",
    result: "ERROR",
    reason: "BLACKLISTED",
    message: "Originator is included in the blacklist.",
    ...overrides,
  });
}

function forged<Payload>(
  kind: VerifyVaspCallback["kind"],
  callbackType: string,
  data: object,
): ForgedCallback<Payload> {
  const body = JSON.stringify({ callbackType, data });
  const callback = parseVerifyVaspCallback(body);
  if (callback.kind !== kind) throw new TypeError(`This is no ${callbackType} callback.`);
  return { body, payload: callback.payload as Payload };
}
