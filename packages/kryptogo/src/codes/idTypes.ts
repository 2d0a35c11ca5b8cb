/** Type of an identity document. */
export type IdType = "PASSPORT" | "DRIVING_LICENSE" | "ID_CARD";

/** Types of identity documents. */
export const idTypes = {
  PASSPORT: "passport",
  DRIVING_LICENSE: "driving licence",
  ID_CARD: "identity card; needs a picture of its back as well",
} as const satisfies Record<IdType, string>;

/** Kind of document within its type. */
export type IdSubType =
  | "NATIONAL_ID"
  | "RESIDENT_PERMIT_ID"
  | "REGULAR_DRIVING_LICENSE"
  | "LEARNING_DRIVING_LICENSE"
  | "E_PASSPORT";

/** Kinds of documents within their type. The engine behind it knows more, such as `MILITARY_ID` or `VISA`. */
export const idSubTypes = {
  NATIONAL_ID: "national identity card",
  RESIDENT_PERMIT_ID: "residence permit",
  REGULAR_DRIVING_LICENSE: "full driving licence",
  LEARNING_DRIVING_LICENSE: "learner's driving licence",
  E_PASSPORT: "passport with a chip",
} as const satisfies Record<IdSubType, string>;
