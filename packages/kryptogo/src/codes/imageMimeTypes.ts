/** Format of a picture. */
export type ImageMimeType = "image/jpeg" | "image/png";

/** Formats of pictures. */
export const imageMimeTypes = {
  "image/jpeg": "JPEG; taken for granted when none is named",
  "image/png": "PNG",
} as const satisfies Record<ImageMimeType, string>;
