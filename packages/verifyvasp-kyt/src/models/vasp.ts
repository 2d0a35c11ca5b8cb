import { expected, openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { LicensedStatus, VaspHealth, VaspProtocol, VaspStatus } from "../codes/vasps.js";

/** A VASP that can be reached. */
export interface Vasp {
  /** Whether its enclave answers. */
  health?: VaspHealth | OtherString | undefined;
  /** Its id. A decimal string up to 2^64. */
  vaspId: string;
  /** Its name. */
  vaspName?: string | undefined;
  /** Its registered name. */
  legalName?: string | null | undefined;
  /** Where it is supervised. */
  jurisdiction?: string | null | undefined;
  /** Whether it belongs to the alliance. */
  isAlliance?: boolean | null | undefined;
  /** Its country. */
  country?: string | null | undefined;
  /** Its country, ISO 3166-1 alpha-2. */
  countryCode?: string | null | undefined;
  /** Protocol through which it is reached. */
  protocol?: VaspProtocol | OtherString | undefined;
  /** Whether it has a licence. */
  licensedStatus?: LicensedStatus | OtherString | null | undefined;
  /** Its standing. */
  vaspStatus?: VaspStatus | OtherString | undefined;
  /** When it was listed. ISO 8601. */
  createdAt?: string | undefined;
  /** When its entry changed. ISO 8601. */
  updatedAt?: string | undefined;
}

export const vaspSchema = schemaFor<Vasp>()(() => {
  const maybe = () => z.optional(z.nullable(z.string()));
  return z.strictObject({
    health: expected(openEnum(z.enum(["UP", "DOWN"]))),
    vaspId: z.string(),
    vaspName: expected(z.string()),
    legalName: maybe(),
    jurisdiction: maybe(),
    isAlliance: z.optional(z.nullable(z.boolean())),
    country: maybe(),
    countryCode: maybe(),
    protocol: expected(openEnum(z.enum(["VERIFYVASP", "CODE"]))),
    licensedStatus: z.optional(z.nullable(openEnum(z.enum(["Regulated", "Unregulated"])))),
    vaspStatus: expected(openEnum(z.enum(["VERIFIED-MEMBER", "VERIFIED", "UNVERIFIED", "INTEROPERATED"]))),
    createdAt: expected(z.string()),
    updatedAt: expected(z.string()),
  });
});
