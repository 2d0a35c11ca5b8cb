import * as z from "zod/mini";
import type { IdType } from "../codes/idTypes.js";
import { isoDate, text } from "./formats.js";

/** Types of documents as inputs take them. */
export const idType = () =>
  z.enum([
    "passport",
    "government_id",
    "drivers_license",
    "residence_permit",
    "vehicle_registration_certificate",
    "visa",
    "aadhaar",
    "pancard",
  ]) satisfies z.ZodMiniType<IdType>;

/** A text that may be left out. */
export const someText = () => z.optional(text());

/** A date that may be left out. */
export const someDate = () => z.optional(isoDate());
