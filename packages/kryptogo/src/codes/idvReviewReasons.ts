/** Why an identity check was left to a person. */
export type IdvReviewCode = 400 | 406 | 500 | 501 | 502 | 503 | 504 | 505 | 506 | 600;

/** Review reasons by code. An account on another engine may send more. */
export const idvReviewReasons = {
  400: "selfie and document show different faces",
  406: "the face looks much younger or older than on the document",
  500: "name on the document is not the expected one",
  501: "date of birth is not the expected one",
  502: "document number is not the expected one",
  503: "issuing country is not the expected one",
  504: "date of issue is not the expected one",
  505: "date of expiry is not the expected one",
  506: "gender is not the expected one",
  600: "no selfie was taken, as with workflows that ask for the document alone",
} as const satisfies Record<IdvReviewCode, string>;
