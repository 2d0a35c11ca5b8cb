import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { type CaseAddress, caseAddressSchema } from "./caseAddress.js";
import { type CaseAmlSummary, caseAmlSummarySchema } from "./caseAmlSummary.js";
import { type CaseCommon, caseCommonSchema } from "./caseCommon.js";
import { maybe } from "./fields.js";

/** The company of a case. */
export interface CaseCompany {
  /** Id of the company's record. */
  caseCompanyId?: number | null | undefined;
  /** Id of the case again. */
  caseCommonId?: number | null | undefined;
  /** Legal name. */
  entityName?: string | null | undefined;
  /** Jurisdiction. */
  countryCodeISO31662?: string | null | undefined;
  /** Company type. */
  type?: string | null | undefined;
  /** Code of the registry, as `HKCR`. */
  dataSource?: string | null | undefined;
  /**
   * Registry facts by label, another set for each registry: `Registration Number`, `Company Status`,
   * `Incorporation Date`, and so on. Empty is "" or "-".
   */
  properties?: Record<string, unknown> | null | undefined;
}

/** The person of a case. */
export interface CaseIndividual {
  /** First name. */
  firstName?: string | null | undefined;
  /** Last name. */
  lastName?: string | null | undefined;
  /** Country of residence. */
  countryCodeISO31662?: string | null | undefined;
  /** Name of that country. */
  country?: string | null | undefined;
  /** Whether first and last name may be swapped in searches. */
  nameTransposition?: boolean | null | undefined;
  /** Date of birth, `YYYY-MM-DD`; inferred. */
  birthDate?: string | null | undefined;
  /** Nationality; inferred. */
  nationalityCodeISO31662?: string | null | undefined;
}

/** Where a fact comes from. */
export interface CaseDataSource {
  /** What was collected. */
  title?: string | null | undefined;
  /** Code of the registry or provider. */
  source?: string | null | undefined;
  /** Its domain. */
  sourceDomain?: string | null | undefined;
  /** When it was collected, ISO 8601. */
  collectionDateTimestamp?: string | null | undefined;
}

/** Where the facts of one step come from. */
export interface StepDataSource {
  /** Name of the step, as `Company Identity`. */
  stepName?: string | null | undefined;
  /** Its sources. */
  dataSources?: CaseDataSource[] | null | undefined;
}

/** One case: its state, its subject, and what screening found. */
export interface CaseDetails {
  /** State. */
  common: CaseCommon;
  /** The company; company cases only. */
  company?: CaseCompany | null | undefined;
  /** The person; individual cases only. */
  individual?: CaseIndividual | null | undefined;
  /** Address of the company or person. */
  caseAddress?: CaseAddress | null | undefined;
  /** Roll-up of screening. */
  caseAmlSummary?: CaseAmlSummary | null | undefined;
  /** Whether at least one screening match is not excluded. */
  isCaseAMLPositive?: boolean | null | undefined;
  /** Whether every beneficial owner is known; `Yes` was seen. */
  allUbosIdentified?: string | null | undefined;
  /** Risks that the tenant has set up; their form is not documented. */
  risks?: Record<string, unknown> | null | undefined;
  /** Where the facts come from, step by step. */
  stepDataSource?: StepDataSource[] | null | undefined;
  /** Stays null also when a review is set: read `common.scheduledReviewDate`. */
  caseReviewDate?: string | null | undefined;
}

/** A case as its reads answer. */
export interface CaseDetail {
  /** The case. */
  details: CaseDetails;
  /** Stays null also when a review is set: read `details.common.scheduledReviewDate`. */
  caseReviewDate?: string | null | undefined;
}

/** Answer of everything that makes, reads or changes one case. */
export interface CaseDetailResponse {
  /** The case. */
  caseDetail: CaseDetail;
}

/** Fields of a case that carry a decision. */
export const caseDecisions = [
  "statusId",
  "status",
  "caseDecision",
  "isCaseAMLPositive",
  "allUbosIdentified",
  "pep",
  "sanctions",
  "terrorism",
  "crimes",
  "sic",
] as const;

const caseCompanySchema = schemaFor<CaseCompany>()(() =>
  z.strictObject({
    caseCompanyId: maybe(z.int()),
    caseCommonId: maybe(z.int()),
    entityName: maybe(z.string()),
    countryCodeISO31662: maybe(z.string()),
    type: maybe(z.string()),
    dataSource: maybe(z.string()),
    properties: maybe(z.record(z.string(), z.unknown())),
  }),
);

const caseIndividualSchema = schemaFor<CaseIndividual>()(() =>
  z.strictObject({
    firstName: maybe(z.string()),
    lastName: maybe(z.string()),
    countryCodeISO31662: maybe(z.string()),
    country: maybe(z.string()),
    nameTransposition: maybe(z.boolean()),
    birthDate: maybe(z.string()),
    nationalityCodeISO31662: maybe(z.string()),
  }),
);

const caseDataSourceSchema = schemaFor<CaseDataSource>()(() =>
  z.strictObject({
    title: maybe(z.string()),
    source: maybe(z.string()),
    sourceDomain: maybe(z.string()),
    collectionDateTimestamp: maybe(z.string()),
  }),
);

const stepDataSourceSchema = schemaFor<StepDataSource>()(() =>
  z.strictObject({ stepName: maybe(z.string()), dataSources: maybe(z.array(caseDataSourceSchema)) }),
);

export const caseDetailsSchema = schemaFor<CaseDetails>()(() =>
  z.strictObject({
    common: caseCommonSchema,
    company: maybe(caseCompanySchema),
    individual: maybe(caseIndividualSchema),
    caseAddress: maybe(caseAddressSchema),
    caseAmlSummary: maybe(caseAmlSummarySchema),
    isCaseAMLPositive: maybe(z.boolean()),
    allUbosIdentified: maybe(z.string()),
    risks: maybe(z.record(z.string(), z.unknown())),
    stepDataSource: maybe(z.array(stepDataSourceSchema)),
    caseReviewDate: maybe(z.string()),
  }),
);

export const caseDetailResponseSchema = schemaFor<CaseDetailResponse>()(() =>
  z.strictObject({
    caseDetail: z.strictObject({ details: caseDetailsSchema, caseReviewDate: maybe(z.string()) }),
  }),
);
