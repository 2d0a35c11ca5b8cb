import { defineEndpoint, expected, openEnum, type OtherString, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { TransferDirection } from "../../codes/directions.js";
import type { SanctionStatus } from "../../codes/sanctionStatuses.js";
import { uuid } from "../../models/formats.js";
import { commonErrors, keyRefused } from "../statuses.js";

/** Which verification's counterparty to screen: the originating VASP screens the beneficiary's address, and the other way round. */
export interface ScreenChainalysisSanctionInput {
  /** The verification; it has to be finished. */
  verificationUuid: string;
}

/** What the sanction lists say about an address. */
export interface ChainalysisSanction {
  /** Identifies the screening. */
  requestId?: string | undefined;
  /** The other VASP. A decimal string up to 2^64. */
  counterpartyVaspId?: string | undefined;
  /** Which way the money goes. */
  direction?: TransferDirection | OtherString | undefined;
  /** Address that was screened. */
  address?: string | undefined;
  /** What it came to. Anything but `NOHIT` clears nobody. */
  status: SanctionStatus | OtherString;
  /** Name on the list; its field name is inferred from the enclave's table. */
  ofacName?: string | null | undefined;
  /** What the list says; its field name is inferred. */
  ofacDescription?: string | null | undefined;
  /** Where the list says it; its field name is inferred. */
  ofacUrl?: string | null | undefined;
  /** When it was screened. ISO 8601. */
  createdAt?: string | undefined;
}

/** Result of a sanction screening. */
export interface SanctionScreening {
  /** The screening. */
  chainalysisSanction: ChainalysisSanction;
}

const sanctionSchema = schemaFor<ChainalysisSanction>()(() =>
  z.strictObject({
    requestId: expected(z.string()),
    counterpartyVaspId: expected(z.string()),
    direction: expected(openEnum(z.enum(["OUTGOING", "INCOMING"]))),
    address: expected(z.string()),
    status: openEnum(z.enum(["NOHIT", "SANCTION", "CLOSED", "ERROR"])),
    ofacName: z.optional(z.nullable(z.string())),
    ofacDescription: z.optional(z.nullable(z.string())),
    ofacUrl: z.optional(z.nullable(z.string())),
    createdAt: expected(z.string()),
  }),
);

/** `POST /v1/risk-assessment/chainalysis-sanction` */
export const screenChainalysisSanction = defineEndpoint<ScreenChainalysisSanctionInput, SanctionScreening>({
  name: "screenChainalysisSanction",
  method: "POST",
  path: "/v1/risk-assessment/chainalysis-sanction",
  input: schemaFor<ScreenChainalysisSanctionInput>()(() => z.strictObject({ verificationUuid: uuid() })),
  output: schemaFor<SanctionScreening>()(() => z.strictObject({ chainalysisSanction: sanctionSchema })),
  errors: { ...commonErrors, 401: keyRefused },
  effect: "query",
  cost: "free",
  timeout: 15_000,
  decisive: ["status", "address"],
});
