import { expected, openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { AlertLevel } from "../codes/alertLevels.js";
import type { KytApiType } from "../codes/apiTypes.js";
import type { TransferDirection } from "../codes/directions.js";
import type { ExposureType } from "../codes/exposureTypes.js";
import type { KytStatus } from "../codes/kytStatuses.js";

/** One KYT assessment, as the enclave tells it. */
export interface ChainalysisKyt {
  /** Identifies the assessment: what the request answered. */
  requestId: string;
  /** The other VASP. A decimal string up to 2^64, never a number. */
  counterpartyVaspId?: string | undefined;
  /** Whether an address or a transaction was assessed. Compare it with what you meant: the enclave picked it. */
  apiType?: KytApiType | OtherString | undefined;
  /** User under which Chainalysis keeps it: the id of the other VASP, so all its customers are one user there. */
  userId?: string | undefined;
  /** Which way the money goes. */
  direction?: TransferDirection | OtherString | undefined;
  /** Blockchain, in upper case whatever the request said; `isSameNetwork()` compares. */
  network?: string | null | undefined;
  /** Ticker of the asset. */
  asset?: string | undefined;
  /** Quantity of the asset, a decimal string. */
  amount?: string | undefined;
  /** Worth of the whole transfer in USD, a decimal string; absent when Chainalysis does not know it. */
  usdPrice?: string | null | undefined;
  /** The transaction, mostly `<hash>:<output address>`; only with `TRANSFER`. */
  transferRef?: string | null | undefined;
  /** Wallet address that was assessed, in Chainalysis' spelling; `isSameAddress()` compares. */
  outputAddress?: string | null | undefined;
  /** Time of the transaction; with `ATTEMPT` that of the request. ISO 8601. */
  timestamp?: string | null | undefined;
  /** Id at Chainalysis; absent when Chainalysis refused. Two assessments may share one: `requestId` tells them apart. */
  externalId?: string | null | undefined;
  /** How far it is. */
  status: KytStatus | OtherString;
  /** Number of alerts; null or absent until there is a result. */
  alertCount?: number | null | undefined;
  /** When the enclave noted the request. ISO 8601; may be later than `assessedAt`, for its milliseconds are cut. */
  createdAt?: string | undefined;
  /** When Chainalysis had the result. ISO 8601; absent before. */
  assessedAt?: string | null | undefined;
}

/** One thing that Chainalysis found. */
export interface ChainalysisKytAlert {
  /** The other VASP. A decimal string up to 2^64. */
  counterpartyVaspId?: string | undefined;
  /** Assessment that it belongs to, by `externalId`. */
  externalId?: string | undefined;
  /** Which way the money goes. */
  direction?: TransferDirection | OtherString | undefined;
  /** Id of the alert at Chainalysis. */
  alertId?: string | undefined;
  /** How severe it is. */
  alertLevel: AlertLevel | OtherString;
  /** Kind of entity, in Chainalysis' own and changing words, such as `high risk exchange`. */
  entityCategory?: string | null | undefined;
  /** Name of the service; null when it is unknown or the exposure is indirect. */
  serviceName?: string | null | undefined;
  /** How near the entity is. */
  exposureType?: ExposureType | OtherString | undefined;
  /** How much money it is about, in USD, a decimal string. */
  alertAmount?: string | undefined;
  /** When the alert was made. ISO 8601. */
  createdAt?: string | undefined;
}

/** An assessment and what it found. */
export interface KytRiskAssessment {
  /** The assessment. */
  chainalysisKYT: ChainalysisKyt;
  /** One for each alert. Whether it is absent or empty without alerts is not documented. */
  chainalysisKYTAlerts?: ChainalysisKytAlert[] | null | undefined;
}

/** What a callback of type `CHAINALYSIS_KYT_RESULT` carries. */
export interface KytResult {
  /** Verification that was assessed. */
  verificationUuid: string;
  /** The assessment, with its alerts. */
  riskAssessment: KytRiskAssessment;
}

/** Fields of a KYT result that carry a decision, or name what it is about. */
export const kytDecisions = [
  "verificationUuid",
  "requestId",
  "apiType",
  "direction",
  "status",
  "alertCount",
  "alertLevel",
] as const;

const direction = () => openEnum(z.enum(["OUTGOING", "INCOMING"]));

const kytSchema = schemaFor<ChainalysisKyt>()(() =>
  z.strictObject({
    requestId: z.string(),
    counterpartyVaspId: expected(z.string()),
    apiType: expected(openEnum(z.enum(["ATTEMPT", "TRANSFER"]))),
    userId: expected(z.string()),
    direction: expected(direction()),
    network: expected(z.nullable(z.string())),
    asset: expected(z.string()),
    amount: expected(z.string()),
    usdPrice: z.optional(z.nullable(z.string())),
    transferRef: z.optional(z.nullable(z.string())),
    outputAddress: expected(z.nullable(z.string())),
    timestamp: expected(z.nullable(z.string())),
    externalId: z.optional(z.nullable(z.string())),
    status: openEnum(z.enum(["REGISTERED", "CHECKING", "PROCESSED", "ERROR"])),
    alertCount: z.optional(z.nullable(z.int())),
    createdAt: expected(z.string()),
    assessedAt: z.optional(z.nullable(z.string())),
  }),
);

const alertSchema = schemaFor<ChainalysisKytAlert>()(() =>
  z.strictObject({
    counterpartyVaspId: expected(z.string()),
    externalId: expected(z.string()),
    direction: expected(direction()),
    alertId: expected(z.string()),
    alertLevel: openEnum(z.enum(["LOW", "MEDIUM", "HIGH", "SEVERE"])),
    entityCategory: z.optional(z.nullable(z.string())),
    serviceName: z.optional(z.nullable(z.string())),
    exposureType: expected(openEnum(z.enum(["DIRECT", "INDIRECT"]))),
    alertAmount: expected(z.string()),
    createdAt: expected(z.string()),
  }),
);

export const kytResultSchema = schemaFor<KytResult>()(() =>
  z.strictObject({
    verificationUuid: z.string(),
    riskAssessment: z.strictObject({
      chainalysisKYT: kytSchema,
      chainalysisKYTAlerts: z.optional(z.nullable(z.array(alertSchema))),
    }),
  }),
);
