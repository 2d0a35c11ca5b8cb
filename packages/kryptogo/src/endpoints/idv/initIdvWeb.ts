import { defineEndpoint, expected, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { IdType } from "../../codes/idTypes.js";
import type { IdvWebWorkflow } from "../../codes/idvWorkflows.js";
import type { Locale } from "../../codes/locales.js";
import { country, customerReference } from "../../models/formats.js";
import {
  expectationFields,
  followUpFields,
  type IdvExpectations,
  type IdvFollowUp,
  searchSettingRule,
  type TwCardCheck,
  twCardFields,
  twCardRules,
} from "../../models/idvRequest.js";
import { localeSchema } from "../../models/locale.js";
import { vendorUrl } from "../../models/urls.js";

/** A hosted verification on an account whose engine is Jumio. */
export interface InitIdvWebInput extends IdvExpectations, IdvFollowUp, TwCardCheck {
  /** Document type that the user has to show. */
  id_type: IdType;
  /** What the page asks for, see `idvWebWorkflows`. */
  workflow_id: IdvWebWorkflow;
  /** Issuing country that the document has to be of, ISO 3166-1 alpha-3. */
  country: string;
  /** Your own reference, at most 100 characters; KryptoGO does not keep it unique. */
  customer_reference: string;
  /** Language of the page, see `locales`; `en` when left out. */
  locale?: Locale | undefined;
  /** Where the user's browser goes after submitting, at most 2047 characters. Coming back proves nothing. */
  success_url?: string | null | undefined;
  /** Where the user's browser goes after a failure, at most 255 characters. */
  error_url?: string | null | undefined;
}

/** A hosted verification on an account whose engine is Sumsub. Its other fields are not documented and are passed on. */
export interface InitIdvWebSumsubInput extends IdvExpectations, IdvFollowUp {
  /** Your own reference, at most 100 characters. */
  customer_reference: string;
  /** Marks the other engine. */
  workflow_id?: undefined;
  /** Fields that KryptoGO agreed with you. */
  [field: string]: unknown;
}

/** A hosted verification that waits for its user. */
export interface InitiatedIdvWeb {
  /** Identifies the verification. */
  idv_task_id: number;
  /** Page to send the user to by top-level navigation; pop-ups are blocked. It expires, by default in 30 minutes. */
  url?: string | undefined;
  /** Created: an ISO 8601 text in practice, epoch seconds by the documents. */
  timestamp?: number | string | undefined;
}

const jumioSchema = schemaFor<InitIdvWebInput>()(() =>
  z
    .strictObject({
      id_type: z.enum(["PASSPORT", "DRIVING_LICENSE", "ID_CARD"]),
      workflow_id: z.literal([100, 101, 102, 200, 201, 202]),
      country: country(),
      customer_reference: customerReference(),
      locale: z.optional(localeSchema),
      success_url: z.optional(z.nullable(vendorUrl(2047))),
      error_url: z.optional(z.nullable(vendorUrl(255))),
      ...expectationFields(),
      ...followUpFields(),
      ...twCardFields(),
    })
    .check(searchSettingRule(), ...twCardRules()),
);

const sumsubSchema = schemaFor<InitIdvWebSumsubInput>()(() =>
  z
    .looseObject({
      customer_reference: customerReference(),
      workflow_id: z.optional(z.undefined()),
      ...expectationFields(),
      ...followUpFields(),
    })
    .check(searchSettingRule()),
);

const initiatedSchema = schemaFor<InitiatedIdvWeb>()(() =>
  z.strictObject({
    idv_task_id: z.int(),
    url: expected(z.string()),
    timestamp: expected(z.union([z.int(), z.string()])),
  }),
);

const errors = { 400: "A field was not accepted, a URL does not work, or the account has 500 points or fewer." };

/** `POST /idv/init` */
export const initIdvWeb = defineEndpoint<InitIdvWebInput, InitiatedIdvWeb>({
  name: "initIdvWeb",
  method: "POST",
  path: "/idv/init",
  input: jumioSchema,
  output: initiatedSchema,
  errors,
  effect: "create",
  // Points are taken once the user has uploaded.
  cost: "billed",
  creates: "idv_task_id",
  reference: (input) => input.customer_reference,
});

/** The same URL for accounts whose engine is Sumsub: another input, not another contract, so it is not listed as one. */
export const initIdvWebSumsub = defineEndpoint<InitIdvWebSumsubInput, InitiatedIdvWeb>({
  name: "initIdvWeb",
  method: "POST",
  path: "/idv/init",
  input: sumsubSchema,
  output: initiatedSchema,
  errors,
  effect: "create",
  cost: "billed",
  creates: "idv_task_id",
  reference: (input) => input.customer_reference,
});
