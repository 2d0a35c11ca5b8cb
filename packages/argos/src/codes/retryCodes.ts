/** Why a step of the liveform failed, in `kyc.attempts[].retryCode` and in the `retry` webhook. */
export type RetryCode = keyof typeof retryCodes;

/** Retry codes with what they mean. The documented list goes on beyond what could be read; expect others. */
export const retryCodes = {
  face_compare_underscore: "face and document are not alike enough",
  liveness_error: "liveness was not proven; the message says in what way",
  mrz_protocol_fail: "machine-readable zone was not found",
  barcode_protocol_fail: "barcode cannot be read",
  invalid_back_document: "back and front belong to different documents",
  document_country_mismatch: "issuing country differs between front and back",
  document_expired: "document is past its expiry date",
  document_name_mismatch: "name differs between front and back",
  document_dob_mismatch: "birth date differs between front and back",
  missing_expiry_date: "expiry date is missing or wiped out",
  missing_issue_date: "issue date is missing or wiped out",
  missing_birth_date: "birth date is missing or wiped out",
  missing_document_number: "document number is missing or wiped out",
  missing_personal_number: "personal number is missing or wiped out",
  missing_name: "name is missing or wiped out",
  glare_detected: "light reflects on the document",
  recaptured_document: "photo of a screen that shows the document",
  screen_detected: "photo was taken of a device's screen",
} as const;
