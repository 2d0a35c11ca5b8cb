import {
  base64Image,
  defineEndpoint,
  type Encode,
  type ImageInput,
  isImageInput,
  multipartForm,
  schemaFor,
} from "@x/core";
import * as z from "zod/mini";
import type { IdType } from "../../codes/idTypes.js";
import { email, text } from "../../models/formats.js";
import { idType } from "../../models/newSubmission.js";
import { type ChangeReceipt, changeReceiptSchema } from "../../models/receipts.js";
import { rule } from "../../models/rules.js";

/** Pictures to put in place of a submission's own; at least one, JPEG or PNG. */
export interface PutImageInput {
  /** Submission to change. */
  submissionId: string;
  /** Email address of an administrator of the project. */
  admin: string;
  /** Type of the document; needed with a picture of it. */
  idType?: IdType | undefined;
  /** Front of the document. */
  idImage?: ImageInput | undefined;
  /** Back of the document. */
  idBackImage?: ImageInput | undefined;
  /** Face. */
  selfieImage?: ImageInput | undefined;
  /** Proof of address. */
  addressImage?: ImageInput | undefined;
}

/** No limit is documented; gateways of this kind refuse more than 10 MB of form. */
const image: Encode = /* @__PURE__ */ base64Image({ maxBytes: 7 * 1024 * 1024, formats: ["image/jpeg", "image/png"] });
const picture = () =>
  z.optional(z.custom<ImageInput>(isImageInput, { params: { expected: "a Blob, bytes, or base64 text" } }));

/** `PUT /submission/image` */
export const putImage = defineEndpoint<PutImageInput, ChangeReceipt>({
  name: "putImage",
  method: "PUT",
  path: "/submission/image",
  input: schemaFor<PutImageInput>()(() =>
    z
      .strictObject({
        submissionId: text(),
        admin: email(),
        idType: z.optional(idType()),
        idImage: picture(),
        idBackImage: picture(),
        selfieImage: picture(),
        addressImage: picture(),
      })
      .check(
        rule(
          ({ idImage, idBackImage, selfieImage, addressImage }) =>
            (idImage ?? idBackImage ?? selfieImage ?? addressImage) !== undefined,
          "idImage",
          "at least one picture",
        ),
        rule(
          (input) => (input.idImage ?? input.idBackImage) === undefined || input.idType !== undefined,
          "idType",
          "a type when a picture of the document is given",
        ),
      ),
  ),
  output: changeReceiptSchema,
  errors: {
    400: "A field is missing or wrong, or a picture cannot be read; vendorCode says which kind.",
    403: "The key is missing or wrong.",
    413: "The pictures are larger than the vendor takes.",
  },
  effect: "replace",
  cost: "free",
  timeout: 120_000,
  encoding: "multipart",
  form: multipartForm,
  encode: { idImage: image, idBackImage: image, selfieImage: image, addressImage: image },
});
