import { type OtherNumber, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { type CaseAddress, caseAddressSchema } from "./caseAddress.js";
import { type CaseAmlSummary, caseAmlSummarySchema } from "./caseAmlSummary.js";
import { maybe, usual } from "./fields.js";

/** Kind of a member. Real cases write text, synthetic ones of the sandbox 1 (company) and 2 (individual). */
export type MemberType = "Individual" | "Company" | "JointShareholder" | OtherString | 1 | 2 | OtherNumber;

/** A person or company that belongs to a case. */
export interface Member {
  /** The member's own case: identity documents of a person go there. */
  caseCommonId?: number | null | undefined;
  /** Name as the registry writes it; the first to show. */
  rawName?: string | null | undefined;
  /** Name, where the others are missing. */
  name?: string | null | undefined;
  /** First name of a person. */
  firstName?: string | null | undefined;
  /** Last name of a person. */
  lastName?: string | null | undefined;
  /** Name of a company. */
  entityName?: string | null | undefined;
  /** ISO 3166 code of the country. */
  codeISO31662?: string | null | undefined;
  /** Nationality, in words. */
  nationality?: string | null | undefined;
  /** Address. */
  address?: CaseAddress | null | undefined;
  /** Registry facts by label. */
  properties?: Record<string, unknown> | null | undefined;
  /** Facts about the membership by label. */
  memberProperties?: Record<string, unknown> | null | undefined;
}

/** Registry that named a member. */
export interface MemberDataSource {
  /** Code of the registry. */
  source?: string | null | undefined;
  /** Its domain. */
  sourceDomain?: string | null | undefined;
}

/** A member in one of its roles. */
export interface MemberEntry {
  /** Kind of the member: only individuals have identity documents. */
  memberType?: MemberType | null | undefined;
  /** Role, as `Director`; free text. */
  role?: string | null | undefined;
  /** Step of the member in this case. */
  caseStepId?: number | null | undefined;
  /** Percent held. */
  percentage?: number | null | undefined;
  /** Shares held. */
  shares?: number | null | undefined;
  /** Whether the member went through full verification. */
  isKYCed?: boolean | null | undefined;
  /** Whether the member has a screening match that is not excluded. */
  isCaseAMLPositive?: boolean | null | undefined;
  /** Roll-up of the member's screening. */
  caseAmlSummary?: CaseAmlSummary | null | undefined;
  /** Registries that named the member. */
  dataSource?: MemberDataSource[] | null | undefined;
  /** Who it is. */
  member?: Member | null | undefined;
}

/** Members of a case by kind of association. */
export interface MembersResponse {
  /** Directors, secretaries and others who control the company. */
  controllingEntitiesAndIndividuals?: MemberEntry[] | null | undefined;
  /** Shareholders and owners. */
  shareholdersAndBeneficialOwners?: MemberEntry[] | null | undefined;
  /** The persons at the end of the chains. */
  ultimateBeneficialOwners?: MemberEntry[] | null | undefined;
  /** Persons with significant control, as the United Kingdom registers them. */
  personsWithSignificantControl?: MemberEntry[] | null | undefined;
}

/** Fields of members that carry a decision. */
export const memberDecisions = [
  "isKYCed",
  "isCaseAMLPositive",
  "percentage",
  "shares",
  "pep",
  "sanctions",
  "terrorism",
  "crimes",
  "sic",
] as const;

const memberSchema = schemaFor<Member>()(() =>
  z.strictObject({
    caseCommonId: maybe(z.int()),
    rawName: maybe(z.string()),
    name: maybe(z.string()),
    firstName: maybe(z.string()),
    lastName: maybe(z.string()),
    entityName: maybe(z.string()),
    codeISO31662: maybe(z.string()),
    nationality: maybe(z.string()),
    address: maybe(caseAddressSchema),
    properties: maybe(z.record(z.string(), z.unknown())),
    memberProperties: maybe(z.record(z.string(), z.unknown())),
  }),
);

const memberDataSourceSchema = schemaFor<MemberDataSource>()(() =>
  z.strictObject({ source: maybe(z.string()), sourceDomain: maybe(z.string()) }),
);

const memberEntrySchema = schemaFor<MemberEntry>()(() =>
  z.strictObject({
    memberType: maybe(
      z.union([
        z.string() as z.core.$ZodType<string> as z.core.$ZodType<
          "Individual" | "Company" | "JointShareholder" | OtherString
        >,
        z.int() as z.core.$ZodType<number> as z.core.$ZodType<1 | 2 | OtherNumber>,
      ]),
    ),
    role: usual(z.string()),
    caseStepId: maybe(z.int()),
    percentage: maybe(z.number()),
    shares: maybe(z.number()),
    isKYCed: maybe(z.boolean()),
    isCaseAMLPositive: maybe(z.boolean()),
    caseAmlSummary: maybe(caseAmlSummarySchema),
    dataSource: maybe(z.array(memberDataSourceSchema)),
    member: usual(memberSchema),
  }),
);

export const membersResponseSchema = schemaFor<MembersResponse>()(() =>
  z.strictObject({
    controllingEntitiesAndIndividuals: maybe(z.array(memberEntrySchema)),
    shareholdersAndBeneficialOwners: maybe(z.array(memberEntrySchema)),
    ultimateBeneficialOwners: maybe(z.array(memberEntrySchema)),
    personsWithSignificantControl: maybe(z.array(memberEntrySchema)),
  }),
);
