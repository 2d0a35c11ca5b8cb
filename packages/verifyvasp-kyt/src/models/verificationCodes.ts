import { openEnum } from "@x/core/schema";
import * as z from "zod/mini";

/** What a verification can come to. */
export const resultEnum = () => z.enum(["WAIT", "VERIFIED", "DENIED", "UNKNOWN", "ERROR", "PENDING", "TRANSFER_ERROR"]);

/** Why it can come to that. */
export const reasonEnum = () =>
  z.enum([
    "OK",
    "UNKNOWN-SYMBOL",
    "UNKNOWN-NETWORK",
    "UNKNOWN-ADDRESS",
    "LACK-OF-INFORMATION",
    "UNAVAILABLE-INFORMATION",
    "BLACKLISTED",
    "UNVERIFIED-KYC",
    "MISMATCHED-NAME",
    "NOT-ALLOWED",
    "UNDEFINED-ERROR",
    "BENEFICIARY-ACCOUNT-NOT-MATCHED",
    "REQUEST-TIMEOUT",
  ]);

/** The result in what the enclave sends. */
export const resultSchema = () => openEnum(resultEnum());

/** The reason in what the enclave sends. */
export const reasonSchema = () => openEnum(reasonEnum());
