import { defineEndpoint, expected, openEnum, type OtherString, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { KeyType } from "../../codes/keyTypes.js";
import type { VerificationReason } from "../../codes/verificationReasons.js";
import { text, vaspId } from "../../models/formats.js";
import { beneficiarySchema, type IvmsBeneficiary } from "../../models/ivms101.js";
import { reasonSchema } from "../../models/verificationCodes.js";
import { commonErrors } from "../statuses.js";

/** Which address to ask the beneficiary VASP about. */
export interface VerifyAccountInput {
  /** Key that protects the data; `PerVasp` unless you agreed another. */
  keyType: KeyType;
  /** VASP to ask. A decimal string up to 2^64. */
  beneficiaryVaspId: string;
  /** Ticker of the asset, at most 16 characters. */
  symbol: string;
  /** Blockchain, in VerifyVASP's own words. */
  network?: string | undefined;
  /** The address, and the persons if their name is to be checked too. */
  payload: { version: "1.0"; ivms101: { beneficiary: IvmsBeneficiary } };
}

/** What the beneficiary VASP says about an address. */
export interface AccountVerification {
  /** Whether the address is its own, and takes this asset. */
  accountVerificationResult: "VERIFIED" | "DENIED" | OtherString;
  /** Why not. */
  reason?: VerificationReason | OtherString | null | undefined;
  /** When it answered. ISO 8601. */
  verifiedAt?: string | null | undefined;
}

/** `POST /v1/verifications/account` */
export const verifyAccount = defineEndpoint<VerifyAccountInput, AccountVerification>({
  name: "verifyAccount",
  method: "POST",
  path: "/v1/verifications/account",
  input: schemaFor<VerifyAccountInput>()(() =>
    z.strictObject({
      keyType: z.enum(["PerVasp", "PerAddress", "PerVerification"]),
      beneficiaryVaspId: vaspId(),
      symbol: text(16),
      network: z.optional(text(128)),
      payload: z.strictObject({
        version: z.literal("1.0"),
        ivms101: z.strictObject({ beneficiary: beneficiarySchema }),
      }),
    }),
  ),
  output: schemaFor<AccountVerification>()(() =>
    z.strictObject({
      accountVerificationResult: openEnum(z.enum(["VERIFIED", "DENIED"])),
      reason: z.optional(z.nullable(reasonSchema())),
      verifiedAt: expected(z.nullable(z.string())),
    }),
  ),
  errors: commonErrors,
  effect: "query",
  cost: "free",
  timeout: 15_000,
  decisive: ["accountVerificationResult"],
});
