/** Whether a VASP's enclave can be reached. */
export type VaspHealth = "UP" | "DOWN";

/** Protocol through which a VASP is reached. */
export type VaspProtocol = "VERIFYVASP" | "CODE";

/** Standing of a VASP in the alliance. */
export type VaspStatus = "VERIFIED-MEMBER" | "VERIFIED" | "UNVERIFIED" | "INTEROPERATED";

/** Whether a VASP has a licence. */
export type LicensedStatus = "Regulated" | "Unregulated";

/** Protocols that a list of VASPs can be narrowed to. */
export const vaspProtocols = {
  VERIFYVASP: "members of VerifyVASP",
  CODE: "members of CODE",
} as const satisfies Record<VaspProtocol, string>;

/** Standings of a VASP; the documents name them and say no more. */
export const vaspStatuses = ["VERIFIED-MEMBER", "VERIFIED", "UNVERIFIED", "INTEROPERATED"] as const;
