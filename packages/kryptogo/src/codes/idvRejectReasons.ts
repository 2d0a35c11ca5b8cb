/** Why an identity check was rejected, or never took place. */
export type IdvRejectCode =
  | 100
  | 102
  | 103
  | 104
  | 105
  | 106
  | 107
  | 108
  | 109
  | 111
  | 200
  | 201
  | 202
  | 206
  | 207
  | 209
  | 211
  | 213
  | 300
  | 401
  | 402
  | 403
  | 404
  | 405
  | 407
  | 408
  | 409
  | 410
  | 411
  | 700
  | 701
  | 702
  | 801
  | 802
  | 901
  | 902
  | 903;

/**
 * Reject reasons by code: 1xx and 2xx the document, 4xx the face, 7xx the submission, 8xx and 9xx Taiwan's registry.
 *
 * An account on another engine may send more.
 */
export const idvRejectReasons = {
  100: "document was altered",
  102: "black-and-white copy of a document",
  103: "colour copy of a document",
  104: "document was shown on a screen",
  105: "known fraudster",
  106: "document is a fake",
  107: "photo on the document does not belong there",
  108: "machine-readable zone does not add up",
  109: "document was invalidated with a punch",
  111: "printed data and barcode differ",
  200: "document cannot be read",
  201: "picture shows no document",
  202: "specimen of a document",
  206: "back of the document is missing",
  207: "wrong page of the document",
  209: "document is not signed",
  211: "pictures show different persons",
  213: "watermark is not valid",
  300: "rejected by hand",
  401: "selfie was cut out of the document",
  402: "whole document was used as selfie",
  403: "selfie shows more than one person",
  404: "selfie was taken from a screen, print or video",
  405: "selfie was altered",
  407: "selfie shows no face",
  408: "face is partly hidden",
  409: "selfie is of poor quality",
  410: "selfie is black and white",
  411: "liveness was not proven",
  700: "type of document is not supported",
  701: "issuing country is not supported",
  702: "nothing was uploaded before the link ended",
  801: "registry did not accept the query's authentication",
  802: "registry takes no more tries for this person today",
  901: "registry knows no such card; the text says how many tries are left",
  902: "card is no longer in circulation",
  903: "card was reported lost",
} as const satisfies Record<IdvRejectCode, string>;
