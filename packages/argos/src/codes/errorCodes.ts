/** Codes that createSubmission, updateSubmission and putImage answer a refusal with. */
export const errorCodes = {
  invalid_payload: "the body cannot be read",
  missing_data: "a required field is missing",
  invalid_project: "the key belongs to no project",
  invalid_admin: "`admin` is no administrator of the project",
  invalid_parameter: "a field has no value that is taken",
  invalid_format: "a field has another form",
  invalid_submission: "there is no such submission",
  invalid_data: "a picture cannot be read",
  invalid_idType: "`idType` is missing or none",
  processing_error: "the vendor failed while it worked",
  token_not_found: "there is no such token",
} as const;
