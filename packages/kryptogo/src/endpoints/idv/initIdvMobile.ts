import { defineEndpoint, expected, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { IdvMobileWorkflow } from "../../codes/idvWorkflows.js";
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

/** A verification inside your own app, of identity cards only, on an account whose engine is Jumio. */
export interface InitIdvMobileInput extends IdvExpectations, IdvFollowUp, TwCardCheck {
  /** 3: document and face, with liveness. */
  workflow_id: IdvMobileWorkflow;
  /** Issuing country of the card, ISO 3166-1 alpha-3. */
  country: string;
  /** Your own reference, at most 100 characters. */
  customer_reference?: string | undefined;
}

/** A verification that waits for the app. */
export interface InitiatedIdvMobile {
  /** Identifies the verification. */
  idv_task_id: number;
  /** Token for Jumio's SDK in the app. A secret of this one user: hand it over and neither log nor store it. */
  sdk_token?: string | undefined;
  /** Created: epoch seconds by the documents, an ISO 8601 text from related operations. */
  timestamp?: number | string | undefined;
}

/** `POST /idv/account` */
export const initIdvMobile = defineEndpoint<InitIdvMobileInput, InitiatedIdvMobile>({
  name: "initIdvMobile",
  method: "POST",
  path: "/idv/account",
  input: schemaFor<InitIdvMobileInput>()(() =>
    z
      .strictObject({
        workflow_id: z.literal(3),
        country: country(),
        customer_reference: z.optional(customerReference()),
        ...expectationFields(),
        ...followUpFields(),
        ...twCardFields(),
      })
      .check(searchSettingRule(), ...twCardRules()),
  ),
  output: schemaFor<InitiatedIdvMobile>()(() =>
    z.strictObject({
      idv_task_id: z.int(),
      sdk_token: expected(z.string()),
      timestamp: expected(z.union([z.int(), z.string()])),
    }),
  ),
  errors: {},
  effect: "create",
  // Points are taken once the user has uploaded.
  cost: "billed",
  creates: "idv_task_id",
  reference: (input) => input.customer_reference,
});
