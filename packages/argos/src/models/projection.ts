import { expected, openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** Fields that a project keeps out of what it hands on. */
export interface Projection {
  /** Its id, for a liveform link. */
  projection_id: string;
  /** Its name, for a liveform link. */
  name: string;
  /** What is done with the fields. */
  mode: "exclude" | OtherString;
  /** Names of the fields. */
  fields: string[];
  /** When it was made. */
  created_at?: string | undefined;
}

/** The projections of a project, at most ten. */
export interface ProjectionList {
  /** The projections. */
  items: Projection[];
  /** The vendor's words. */
  message?: string | undefined;
}

/** What is said of a projection that was made. Nothing of it is documented: one of the fields is there. */
export interface ProjectionReceipt {
  /** Its id. */
  projection_id?: string | undefined;
  /** Its name. */
  name?: string | undefined;
  /** The vendor's words. */
  message?: string | undefined;
}

export const projectionListSchema = schemaFor<ProjectionList>()(() =>
  z.strictObject({
    items: z.array(
      z.strictObject({
        projection_id: z.string(),
        name: z.string(),
        mode: openEnum(z.enum(["exclude"])),
        fields: z.array(z.string()),
        created_at: expected(z.string()),
      }),
    ),
    message: expected(z.string()),
  }),
);

export const projectionReceiptSchema = schemaFor<ProjectionReceipt>()(() =>
  z
    .strictObject({
      projection_id: z.optional(z.string()),
      name: z.optional(z.string()),
      message: z.optional(z.string()),
    })
    .check(
      z.refine((one) => one.projection_id !== undefined || one.name !== undefined || one.message !== undefined, {
        when: ({ value }) => typeof value === "object" && value !== null,
      }),
    ),
);
