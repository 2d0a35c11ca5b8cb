import { openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { IdType } from "../codes/idTypes.js";

/** The applicant. Only what was collected is there, and a projection may hide any of it for ever. */
export interface SubmissionData {
  /** Full name; newer projects send `full_name`. */
  name?: string | undefined;
  /** Given name; newer projects. */
  first_name?: string | undefined;
  /** Family name; newer projects. */
  last_name?: string | undefined;
  /** Full name; newer projects. */
  full_name?: string | undefined;
  /** Full name in Latin letters; newer projects. */
  full_name_en?: string | undefined;
  /** Age band: up to 13, 14 to 15, 16 to 17, from 18 on. */
  age_group?: "minor" | "early-teen" | "teen" | "adult" | "N/A" | OtherString | undefined;
  /** Gender as on the document. */
  gender?: "male" | "female" | OtherString | undefined;
  /** Nationality, ISO 3166-1 alpha-3. */
  nationality?: string | undefined;
  /** Birth date, `YYYY-MM-DD`. */
  date_of_birth?: string | undefined;
  /** Address that the applicant's device had, IPv4. */
  ip_address?: string | undefined;
  /** Type of the document. */
  idType?: IdType | OtherString | undefined;
  /** Country that issued the document, ISO 3166-1 alpha-3. */
  idcard_issuingCountry?: string | undefined;
  /** Issue date of the document, `YYYY-MM-DD`. */
  idcard_issueDate?: string | undefined;
  /** Expiry date of the document, `YYYY-MM-DD`. */
  idcard_expireDate?: string | undefined;
  /** Resident registration number, mostly masked. */
  identityNumber?: string | undefined;
  /** Number of the document. */
  documentNumber?: string | undefined;
  /** City. */
  address_city?: string | undefined;
  /** Country of residence. */
  address_country?: string | undefined;
  /** State or province. */
  address_state?: string | undefined;
  /** Street. */
  address_street?: string | undefined;
  /** Second line of the street; in the vendor's samples, not in its table. */
  address_street2?: string | undefined;
  /** Postal code. */
  address_zipcode?: string | undefined;
  /** Global plus code, as `8Q98HXPG+MP`. */
  address_globalCode?: string | undefined;
  /** Plus code with place names. */
  address_compoundCode?: string | undefined;
  /** Address made from the code. */
  address_formatted?: string | undefined;
  /** Address as the applicant typed it. */
  address_input?: string | undefined;
  /** Rest of the address as the applicant typed it. */
  address_detail?: string | undefined;
  /** Your first field, given when the liveform was opened. */
  cf1?: string | undefined;
  /** Your second field. */
  cf2?: string | undefined;
  /** Your third field. */
  cf3?: string | undefined;
  /** Korean alien registration: kind of permit, as `F-1`. */
  typeOfPermit?: string | undefined;
  /** Kind of permit by the Korean government. */
  typeOfPermitGovKor?: string | undefined;
  /** End of the stay by the Korean government. */
  expiryDateOfStayKor?: string | undefined;
  /** Nationality by the Korean government. */
  nationalityGovKor?: string | undefined;
  /** Phone number; knowledge-based flow. */
  phoneNumber?: string | undefined;
  /** Social security number; knowledge-based flow. */
  ssnNumber?: string | undefined;
  /** Serial number of the document; its place here is inferred. */
  serialNumber?: string | undefined;
  /** Mark on Indonesian and other documents; its place here is inferred. */
  privacyShield?: string | undefined;
  /** Mexican CURP; its place here is inferred. */
  curpNumber?: string | undefined;
  /** Version of the document; its place here is inferred. */
  version?: string | undefined;
}

const some = (): z.ZodMiniOptional<z.ZodMiniString> => z.optional(z.string());

export const submissionDataSchema = schemaFor<SubmissionData>()(() =>
  z.strictObject({
    name: some(),
    first_name: some(),
    last_name: some(),
    full_name: some(),
    full_name_en: some(),
    age_group: z.optional(openEnum(z.enum(["minor", "early-teen", "teen", "adult", "N/A"]))),
    gender: z.optional(openEnum(z.enum(["male", "female"]))),
    nationality: some(),
    date_of_birth: some(),
    ip_address: some(),
    idType: z.optional(
      openEnum(
        z.enum([
          "passport",
          "government_id",
          "drivers_license",
          "residence_permit",
          "vehicle_registration_certificate",
          "visa",
          "aadhaar",
          "pancard",
        ]),
      ),
    ),
    idcard_issuingCountry: some(),
    idcard_issueDate: some(),
    idcard_expireDate: some(),
    identityNumber: some(),
    documentNumber: some(),
    address_city: some(),
    address_country: some(),
    address_state: some(),
    address_street: some(),
    address_street2: some(),
    address_zipcode: some(),
    address_globalCode: some(),
    address_compoundCode: some(),
    address_formatted: some(),
    address_input: some(),
    address_detail: some(),
    cf1: some(),
    cf2: some(),
    cf3: some(),
    typeOfPermit: some(),
    typeOfPermitGovKor: some(),
    expiryDateOfStayKor: some(),
    nationalityGovKor: some(),
    phoneNumber: some(),
    ssnNumber: some(),
    serialNumber: some(),
    privacyShield: some(),
    curpNumber: some(),
    version: some(),
  }),
);
