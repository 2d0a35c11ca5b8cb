import { fromBase64, toBase64 } from "./base64.js";
import type { Encode } from "./endpoint.js";

/** A picture as the caller has it: bytes in any form, or base64 without a `data:` prefix. */
export type ImageInput = Blob | Uint8Array | ArrayBuffer | string;

/** Formats that can be recognised by their first bytes. */
export type ImageFormat = "image/jpeg" | "image/png";

/** What an operation accepts as a picture. */
export interface ImageRules {
  readonly maxBytes: number;
  readonly formats: readonly ImageFormat[];
  /** Input field that names the format; filled in when left out, and checked when given. */
  readonly formatField?: string;
}

/** Whether a value has one of the forms of {@link ImageInput}. */
export function isImageInput(value: unknown): value is ImageInput {
  return (
    typeof value === "string" || value instanceof Blob || value instanceof Uint8Array || value instanceof ArrayBuffer
  );
}

/** Checks a picture and turns it into base64. Size and first bytes are looked at before anything is sent. */
export function base64Image(rules: ImageRules): Encode {
  return async (image: ImageInput, input) => {
    // A file behind a Blob may be gone by now.
    const bytes = await bytesOf(image, rules.maxBytes).catch(() => "unreadable" as const);
    if (bytes === "unreadable") return { issue: { code: "unreadable", expected: "a picture that can still be read" } };
    if (bytes === undefined) return { issue: { code: "invalid_base64", expected: "base64 without a data: prefix" } };
    if (bytes === "too_large" || bytes.byteLength > rules.maxBytes)
      return { issue: { code: "too_large", expected: `at most ${rules.maxBytes} bytes` } };
    const format = imageFormat(bytes);
    if (format === undefined || !rules.formats.includes(format))
      return { issue: { code: "invalid_image", expected: rules.formats.join(" or ") } };
    const value = typeof image === "string" ? image : toBase64(bytes);
    const { formatField } = rules;
    if (formatField === undefined) return { value };
    const named = input[formatField];
    if (named !== undefined && named !== format)
      return { issue: { code: "mismatched", expected: `the format that ${formatField} names` } };
    return { value, also: { [formatField]: format } };
  };
}

/** The format that a picture's first bytes show. */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const starts = (...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  return undefined;
}

async function bytesOf(image: ImageInput, maxBytes: number): Promise<Uint8Array | "too_large" | undefined> {
  if (typeof image === "string") return image.length > Math.ceil(maxBytes / 3) * 4 ? "too_large" : fromBase64(image);
  if (image instanceof Uint8Array) return image;
  if (image instanceof ArrayBuffer) return new Uint8Array(image);
  return image.size > maxBytes ? "too_large" : new Uint8Array(await image.arrayBuffer());
}
