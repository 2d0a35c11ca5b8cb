import { CallbackError, checkCallback, readCallback, type ShapeIssue } from "@x/core/callbacks";
import { type Schema, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { kytDecisions, type KytResult, kytResultSchema } from "../models/kytAssessment.js";
import {
  type ErrorReportData,
  errorReportSchema,
  type TxReportData,
  txReportSchema,
  type VerificationResultData,
  verificationResultSchema,
} from "../models/travelRuleEvents.js";
import { type WcoResult, wcoResultSchema } from "../models/wcoResult.js";

/** What every callback of a documented type has. */
interface Known<Kind extends string, Type extends string, Payload> {
  readonly kind: Kind;
  /** Type as the enclave names it. */
  readonly callbackType: Type;
  /** What it is about, as `kyt:<requestId>` or `verification:<uuid>`. */
  readonly subject: string;
  /** Its `data`, as it was sent; ids above 2^53 are text. */
  readonly payload: Payload;
  /** Where it leaves its documented shape. */
  readonly drift: readonly ShapeIssue[];
}

/** News of a KYT assessment. */
export type KytCallback = Known<"kyt", "CHAINALYSIS_KYT_RESULT", KytResult>;
/** News of a World-Check One screening. */
export type WcoCallback = Known<"wco", "REFINITIV_WCO_RESULT", WcoResult>;
/** The beneficiary VASP's answer to a verification. */
export type VerificationResultCallback = Known<"verification_result", "VERIFICATION_RESULT", VerificationResultData>;
/** The originating VASP sent: from now on KYT assesses the deposit. */
export type TxReportCallback = Known<"tx_report", "TX_REPORT", TxReportData>;
/** The originating VASP gave the transfer up. */
export type ErrorReportCallback = Known<"error_report", "ERROR_REPORT", ErrorReportData>;

/** A callback that cannot be used: of a type that is not documented, or without what its type needs. */
export interface OtherCallback {
  /** `unknown`: another type. `unreadable`: a documented type, without what it decides by. */
  readonly kind: "unknown" | "unreadable";
  readonly callbackType?: undefined;
  readonly subject?: undefined;
  readonly payload?: undefined;
  /** Where it leaves its documented shape; empty for another type. */
  readonly drift: readonly ShapeIssue[];
  /** What was sent, with its type. A method, so that no log prints it. */
  readPayload(): unknown;
}

/** What the enclave sends to the callback URL: one URL receives every type. */
export type VerifyVaspCallback =
  | KytCallback
  | WcoCallback
  | VerificationResultCallback
  | TxReportCallback
  | ErrorReportCallback
  | OtherCallback;

interface Envelope<Payload> {
  /** Which event. */
  callbackType: string;
  /** What it carries. */
  data: Payload;
}

const decisions = [...kytDecisions, "verificationResult", "result", "txHash", "callbackType"] as const;

/* @__NO_SIDE_EFFECTS__ */
function envelope<Payload>(data: Schema<Payload>): Schema<Envelope<Payload>> {
  return schemaFor<Envelope<Payload>>()(() => z.strictObject({ callbackType: z.string(), data }) as never);
}

const kyt = /* @__PURE__ */ envelope(kytResultSchema);
const wco = /* @__PURE__ */ envelope(wcoResultSchema);
const verificationResult = /* @__PURE__ */ envelope(verificationResultSchema);
const txReport = /* @__PURE__ */ envelope(txReportSchema);
const errorReport = /* @__PURE__ */ envelope(errorReportSchema);

/**
 * Reads the body of a callback. It is proven by nothing in itself: the enclave signs no callback.
 *
 * @param body - The body, best as the text or bytes that arrived: a framework's parser has rounded large ids by then.
 * @returns The callback, told apart by `kind`.
 * @throws `CallbackError` when the body is no JSON object, or lacks or garbles what decides.
 *
 * @example
 * const callback = parseVerifyVaspCallback(await request.text());
 * if (callback.kind === "kyt") note(callback.payload.riskAssessment.chainalysisKYT.requestId);
 */
export function parseVerifyVaspCallback(body: unknown): VerifyVaspCallback {
  return ofType(readCallback("VerifyVASP", body, decisions, { unsafeIntegers: "text" }));
}

/** The same for a receiver: what cannot be used is handed on to be looked at, because it will not come again. */
export function receiveVerifyVaspCallback(text: string): VerifyVaspCallback {
  const value = readCallback("VerifyVASP", text, decisions, { unsafeIntegers: "text" });
  try {
    return ofType(value);
  } catch (error) {
    if (!(error instanceof CallbackError)) throw error;
    return { kind: "unreadable", drift: [], readPayload: () => value };
  }
}

function ofType(value: Record<string, unknown>): VerifyVaspCallback {
  switch (value.callbackType) {
    case "CHAINALYSIS_KYT_RESULT": {
      const read = check(kyt, value);
      const { requestId } = read.payload.riskAssessment.chainalysisKYT;
      return { kind: "kyt", callbackType: value.callbackType, subject: `kyt:${requestId}`, ...read };
    }
    case "REFINITIV_WCO_RESULT":
      return { kind: "wco", callbackType: value.callbackType, ...named(check(wco, value)) };
    case "VERIFICATION_RESULT":
      return {
        kind: "verification_result",
        callbackType: value.callbackType,
        ...named(check(verificationResult, value)),
      };
    case "TX_REPORT":
      return { kind: "tx_report", callbackType: value.callbackType, ...named(check(txReport, value)) };
    case "ERROR_REPORT":
      return { kind: "error_report", callbackType: value.callbackType, ...named(check(errorReport, value)) };
    default:
      return { kind: "unknown", drift: [], readPayload: () => value };
  }
}

function check<Payload>(
  schema: Schema<Envelope<Payload>>,
  value: unknown,
): { payload: Payload; drift: readonly ShapeIssue[] } {
  const { payload, drift } = checkCallback("VerifyVASP", schema, value, decisions);
  return { payload: payload.data, drift };
}

function named<Read extends { readonly payload: { readonly verificationUuid: string } }>(
  read: Read,
): Read & { subject: string } {
  return { ...read, subject: `verification:${read.payload.verificationUuid}` };
}
