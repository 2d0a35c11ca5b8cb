/** What kind of name a name is, in IVMS101. */
export type NameType = "ALIA" | "BIRT" | "MAID" | "LEGL" | "MISC";

/** What kind of address an address is, in IVMS101. */
export type AddressType = "HOME" | "BIZZ" | "GEOG";

/** What kind of identifier an identifier is, in IVMS101. */
export type NationalIdentifierType =
  | "ARNU"
  | "CCPT"
  | "RAID"
  | "DRLC"
  | "FIIN"
  | "TXID"
  | "SOCS"
  | "IDCD"
  | "LEIX"
  | "MISC";

/** Kinds of names. */
export const nameTypes = ["ALIA", "BIRT", "MAID", "LEGL", "MISC"] as const satisfies readonly NameType[];

/** Kinds of addresses. */
export const addressTypes = ["HOME", "BIZZ", "GEOG"] as const satisfies readonly AddressType[];

/** Kinds of national identifiers. */
export const nationalIdentifierTypes = [
  "ARNU",
  "CCPT",
  "RAID",
  "DRLC",
  "FIIN",
  "TXID",
  "SOCS",
  "IDCD",
  "LEIX",
  "MISC",
] as const satisfies readonly NationalIdentifierType[];
