import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { id, undocumentedSchema } from "../../models/ids.js";
import { statuses } from "../statuses.js";

/** Which deactivated step to activate. */
export interface ActivateCompanyStepInput {
  /** Id of the case. */
  caseCommonId: number;
  /** Id of the step. */
  caseStepId: number;
}

/** `POST /v2/Companies/{caseCommonId}/activate/{caseStepId}` */
export const activateCompanyStep = defineEndpoint<ActivateCompanyStepInput, unknown>({
  name: "activateCompanyStep",
  method: "POST",
  path: "/v2/Companies/{caseCommonId}/activate/{caseStepId}",
  input: schemaFor<ActivateCompanyStepInput>()(() => z.strictObject({ caseCommonId: id(), caseStepId: id() })),
  output: undocumentedSchema,
  errors: statuses,
  effect: "create",
  cost: "billed",
  timeout: 60_000,
  mayBeEmpty: true,
});
