/** Type of an identity document. */
export type IdType = keyof typeof idTypes;

/** Types of identity documents. */
export const idTypes = {
  passport: "passport",
  government_id: "national identity card",
  drivers_license: "driving licence",
  residence_permit: "residence permit",
  vehicle_registration_certificate: "vehicle registration certificate",
  visa: "visa",
  aadhaar: "Indian Aadhaar card",
  pancard: "Indian tax card",
} as const;
