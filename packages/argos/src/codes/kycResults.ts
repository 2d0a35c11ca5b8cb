/** Where a submission stands. */
export type KycResult = keyof typeof kycResults;

/** States of a submission. */
export const kycResults = {
  incomplete: "not enough was sent to decide; stays so for ever when only the document was sent",
  pending: "a person has to decide",
  approved: "accepted",
  rejected: "refused; `kyc.commentCode` says why",
} as const;
