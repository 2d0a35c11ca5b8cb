/** Which key protects the personal data of a verification. */
export type KeyType = "PerVasp" | "PerAddress" | "PerVerification";

/** Key types; older documents call the middle one `PerEoa`. */
export const keyTypes = {
  PerVasp: "one key for the VASP; the usual one",
  PerAddress: "one key for each address",
  PerVerification: "one key for each verification",
} as const satisfies Record<KeyType, string>;
