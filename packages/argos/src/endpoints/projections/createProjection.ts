import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { projectionName, text } from "../../models/formats.js";
import { type ProjectionReceipt, projectionReceiptSchema } from "../../models/projection.js";

/** Which fields to keep out. */
export interface CreateProjectionInput {
  /** Lower-case letters, digits and underscores. */
  name: string;
  /** What is done with the fields; the vendor knows one thing. */
  mode: "exclude";
  /** Names of the fields. */
  fields: string[];
}

/** `POST /projection` */
export const createProjection = defineEndpoint<CreateProjectionInput, ProjectionReceipt>({
  name: "createProjection",
  method: "POST",
  path: "/projection",
  input: schemaFor<CreateProjectionInput>()(() =>
    z.strictObject({
      name: projectionName(),
      mode: z.literal("exclude"),
      fields: z.array(text()).check(z.minLength(1)),
    }),
  ),
  output: projectionReceiptSchema,
  errors: {
    400: "A name or a field has another form.",
    403: "The key is missing or wrong.",
    409: "The project has ten projections, the most that it can have.",
  },
  effect: "create",
  cost: "free",
});
