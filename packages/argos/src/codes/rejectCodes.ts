/** Why a submission was rejected, in `kyc.commentCode`. */
export type RejectCode = keyof typeof rejectCodes;

/**
 * Reject codes with what they mean. Go by the code, never by `kyc.comment`: its wording differs by the age of the project.
 *
 * The vendor adds codes without notice.
 */
export const rejectCodes = {
  id_image_invalidImage: "picture shows no identity document",
  id_image_invalidId: "document is not valid; another one is needed",
  id_image_error: "picture of the document did not arrive",
  id_image_badImage: "picture of the document cannot be read",
  id_info_dataMismatch: "what was typed differs from the document",
  id_info_blacklist: "the project takes nobody from that country",
  id_info_notOfAge: "younger than the project's age limit",
  too_many_retry: "failed three times",
  blacklistCountry: "the project takes nobody from that country",
  under_ageLimit: "younger than the project's age limit",
  invalid_acceptedID: "the project does not take that type of document",
  address_image_invalidImage: "picture shows no proof of address with name and address",
  address_image_error: "picture of the proof of address did not arrive",
  address_image_badImage: "picture of the proof of address cannot be read",
  address_info_expiredDocument: "proof of address is older than six months",
  address_info_dataMismatch: "what was typed differs from the proof of address",
  timeout: "abandoned after the face picture, about a day earlier",
  other: "a reviewer's own words stand in `kyc.comment`",
  duplicate_user: "the same user was found before",
  duplicated_user_PII_exact: "the same personal data were found before",
  duplicated_face: "the same face was found before",
  "no-date-of-birth": "document shows no birth date",
  expired_id: "document is past its expiry date",
  automatic_verification_fail: "pictures are too poor for an automatic verification",
} as const;
