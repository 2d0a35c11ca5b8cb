import { base64Image, defineEndpoint, type Encode, expected, type ImageInput, isImageInput, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { Gender } from "../../codes/genders.js";
import type { IdType } from "../../codes/idTypes.js";
import type { ImageMimeType } from "../../codes/imageMimeTypes.js";
import { country, customerReference, isoDate } from "../../models/formats.js";
import {
  expectationFields,
  followUpFields,
  type IdvExpectations,
  type IdvFollowUp,
  searchSettingRule,
} from "../../models/idvRequest.js";
import { rule } from "../../models/rules.js";

/** Pictures and what to check them against. A picture has at most 15 MB, sides under 8000 px, the longer one over 300 px. */
export interface CreateIdvTaskInput extends IdvExpectations, IdvFollowUp {
  /** Issuing country of the document, ISO 3166-1 alpha-3. */
  country: string;
  /** Type of the document. */
  id_type: IdType;
  /** Front of the document. */
  id_image: ImageInput;
  /** Format of the front; read off the picture when left out. */
  id_mime_type?: ImageMimeType | undefined;
  /** Back of the document; needed for `ID_CARD`. */
  id_back_image?: ImageInput | undefined;
  /** Format of the back; read off the picture when left out. */
  id_back_mime_type?: ImageMimeType | undefined;
  /** Selfie. This or `id_and_face_image` is needed. */
  face_image?: ImageInput | undefined;
  /** Format of the selfie; read off the picture when left out. */
  face_mime_type?: ImageMimeType | undefined;
  /** The person with the document in hand. This or `face_image` is needed. */
  id_and_face_image?: ImageInput | undefined;
  /** Format of the picture of both; read off the picture when left out. */
  id_and_face_mime_type?: ImageMimeType | undefined;
  /** Expected date of issue, `YYYY-MM-DD`. */
  expected_issuing_date?: string | undefined;
  /** Expected date of expiry, `YYYY-MM-DD`. */
  expected_expiry_date?: string | undefined;
  /** Expected gender. */
  expected_gender?: Gender | undefined;
  /** Your own reference, at most 100 characters. The callback repeats it: after a lost answer nothing else tells yours apart. */
  customer_reference?: string | undefined;
}

/** A verification that was started. */
export interface CreatedIdvTask {
  /** Identifies the verification. */
  idv_task_id: number;
  /** Created: epoch seconds by the documents, an ISO 8601 text from related operations. */
  timestamp?: number | string | undefined;
}

/** Without a format the vendor takes a picture for JPEG, so it is always named. */
const image = /* @__NO_SIDE_EFFECTS__ */ (formatField: string): Encode =>
  base64Image({ maxBytes: 15 * 1024 * 1024, formats: ["image/jpeg", "image/png"], formatField });

/** Whether a picture was given; an empty text is none. */
const isGiven = (picture: unknown): boolean => picture !== undefined && picture !== "";

/** `POST /idv` */
export const createIdvTask = defineEndpoint<CreateIdvTaskInput, CreatedIdvTask>({
  name: "createIdvTask",
  method: "POST",
  path: "/idv",
  input: schemaFor<CreateIdvTaskInput>()(() => {
    const picture = () => z.custom<ImageInput>(isImageInput, { params: { expected: "a Blob, bytes, or base64 text" } });
    const mimeType = () => z.optional(z.enum(["image/jpeg", "image/png"]));
    return z
      .strictObject({
        country: country(),
        id_type: z.enum(["PASSPORT", "DRIVING_LICENSE", "ID_CARD"]),
        id_image: picture(),
        id_mime_type: mimeType(),
        id_back_image: z.optional(picture()),
        id_back_mime_type: mimeType(),
        face_image: z.optional(picture()),
        face_mime_type: mimeType(),
        id_and_face_image: z.optional(picture()),
        id_and_face_mime_type: mimeType(),
        ...expectationFields(),
        expected_issuing_date: z.optional(isoDate()),
        expected_expiry_date: z.optional(isoDate()),
        expected_gender: z.optional(z.enum(["M", "F", "X"])),
        customer_reference: z.optional(customerReference()),
        ...followUpFields(),
      })
      .check(
        rule(
          (input) => input.id_type !== "ID_CARD" || isGiven(input.id_back_image),
          "id_back_image",
          "a picture of the back when id_type is ID_CARD",
        ),
        rule(
          (input) => isGiven(input.face_image) || isGiven(input.id_and_face_image),
          "face_image",
          "a picture here or in id_and_face_image",
        ),
        searchSettingRule(),
      );
  }),
  output: schemaFor<CreatedIdvTask>()(() =>
    z.strictObject({ idv_task_id: z.int(), timestamp: expected(z.union([z.int(), z.string()])) }),
  ),
  errors: { 400: "A field or picture was not accepted; readVendorMessage() holds the vendor's words." },
  effect: "create",
  cost: "billed",
  // Four pictures may make 80 MB of base64.
  timeout: 120_000,
  resend: "never",
  encode: {
    id_image: image("id_mime_type"),
    id_back_image: image("id_back_mime_type"),
    face_image: image("face_mime_type"),
    id_and_face_image: image("id_and_face_mime_type"),
  },
  creates: "idv_task_id",
  reference: (input) => input.customer_reference,
});
