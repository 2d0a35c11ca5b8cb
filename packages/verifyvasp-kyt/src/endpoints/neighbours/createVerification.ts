import { defineEndpoint, expected, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { KeyType } from "../../codes/keyTypes.js";
import { currency, decimal, isoTime, text, uuidForm, vaspId } from "../../models/formats.js";
import {
  beneficiarySchema,
  type IvmsBeneficiary,
  type IvmsOriginator,
  originatorSchema,
} from "../../models/ivms101.js";
import { rule } from "../../models/rules.js";
import { commonErrors } from "../statuses.js";
import { findVerification } from "./findVerification.js";

/** What is to be transferred. */
export interface NewAssetInfo {
  /** Ticker of the asset, at most 16 characters. */
  symbol: string;
  /** Blockchain, in VerifyVASP's own words; the beneficiary VASP may deny a transfer that names none. */
  network?: string | undefined;
  /** Quantity, a decimal string. */
  amount: string;
  /** Whether it is above the travel rule's threshold: 1,000 USD or 1,000,000 KRW. */
  isExceedingThreshold: boolean;
  /** Worth in money, a decimal string. */
  tradePrice: string;
  /** Currency of that worth, ISO 4217. */
  tradeCurrency: string;
  /** Time of that worth, ISO 8601. Every example spells the field this way. */
  tradeISODatetime?: string | undefined;
  /** The same in the spelling of the documents' schema: fill this one if your enclave asks for it. */
  tradeISODateTime?: string | undefined;
}

/** A transfer to agree on with the beneficiary VASP. */
export interface CreateVerificationInput {
  /** Key that protects the data; `PerVasp` unless you agreed another. */
  keyType: KeyType;
  /** VASP of the receiver. A decimal string up to 2^64. */
  beneficiaryVaspId: string;
  /** What is to be transferred. */
  assetInfo: NewAssetInfo;
  /** What the receiver's VASP has to tell, as codes with commas, such as `ACCOUNT_NUMBER,NATURAL_PERSON_NAME`. */
  requiredBeneficiaryInfo: string;
  /** Both sides. Personal data. */
  payload: { version: "1.0"; ivms101: { originator: IvmsOriginator; beneficiary: IvmsBeneficiary } };
}

/** A verification that was started. Its answer comes by callback. */
export interface CreatedVerification {
  /** Identifies it everywhere; keep it. */
  verificationUuid: string;
  /** When it began. ISO 8601. */
  createdAt?: string | undefined;
}

const assetInfo = schemaFor<NewAssetInfo>()(() =>
  z
    .strictObject({
      symbol: text(16),
      network: z.optional(text(128)),
      amount: decimal(),
      isExceedingThreshold: z.boolean(),
      tradePrice: decimal(),
      tradeCurrency: currency(),
      tradeISODatetime: z.optional(isoTime()),
      tradeISODateTime: z.optional(isoTime()),
    })
    .check(
      rule<NewAssetInfo>(
        (asset) => (asset.tradeISODatetime === undefined) !== (asset.tradeISODateTime === undefined),
        "tradeISODatetime",
        "either tradeISODatetime or tradeISODateTime",
      ),
    ),
);

/** `POST /v1/verifications` */
export const createVerification = defineEndpoint<CreateVerificationInput, CreatedVerification>({
  name: "createVerification",
  method: "POST",
  path: "/v1/verifications",
  input: schemaFor<CreateVerificationInput>()(() =>
    z.strictObject({
      keyType: z.enum(["PerVasp", "PerAddress", "PerVerification"]),
      beneficiaryVaspId: vaspId(),
      assetInfo,
      requiredBeneficiaryInfo: text(1024),
      payload: z.strictObject({
        version: z.literal("1.0"),
        ivms101: z.strictObject({ originator: originatorSchema, beneficiary: beneficiarySchema }),
      }),
    }),
  ),
  output: schemaFor<CreatedVerification>()(() =>
    z.strictObject({ verificationUuid: z.string(), createdAt: expected(z.string()) }),
  ),
  errors: commonErrors,
  effect: "create",
  // No price is documented, and it leaves a record at another company.
  cost: "billed",
  timeout: 15_000,
  // How the time of the worth is spelled is in doubt.
  verified: false,
  decisive: ["verificationUuid"],
  creates: { field: "verificationUuid", form: uuidForm },
  lookup: { find: findVerification },
});
