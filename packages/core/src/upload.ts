import type { Encode } from "./endpoint.js";
import type { FilePart } from "./multipart.js";

/** A file to send: a `Blob` or `File`, bytes with a name, or the path of a file, which is read while it is sent. */
export type Upload =
  | Blob
  | { readonly data: Blob | Uint8Array; readonly name: string; readonly type?: string | undefined }
  | { readonly path: string; readonly name?: string | undefined; readonly type?: string | undefined };

/** What a vendor takes. */
export interface UploadRules {
  /** Most bytes of one file. */
  readonly maxBytes: number;
  /** Media types taken; any when left out. */
  readonly types?: readonly string[];
}

/** Whether a value looks like an {@link Upload}; what is in it is looked at when it is sent. */
export function isUpload(value: unknown): value is Upload {
  if (value instanceof Blob) return true;
  if (typeof value !== "object" || value === null) return false;
  const { data, name, path } = value as { data?: unknown; name?: unknown; path?: unknown };
  if (path !== undefined) return typeof path === "string" && path !== "" && data === undefined;
  return typeof name === "string" && name !== "" && (data instanceof Blob || data instanceof Uint8Array);
}

/**
 * Turns a file into a part of a form without reading or copying it: its bytes are taken while they are sent.
 *
 * Bytes that the caller changes meanwhile are sent as they are by then.
 */
export function uploadFile(rules: UploadRules): Encode {
  return async (given: Upload) => {
    const file = await asPart(given);
    if (typeof file === "string") return { issue: { code: "unreadable", expected: file } };
    if (!isFileName(file.name)) return { issue: { code: "invalid", expected: fileNameRule } };
    if (file.size === 0) return { issue: { code: "too_small", expected: "a file that is not empty" } };
    if (file.size > rules.maxBytes) return { issue: { code: "too_big", expected: `at most ${rules.maxBytes} bytes` } };
    if (rules.types !== undefined && !rules.types.includes(file.type))
      return { issue: { code: "invalid", expected: `a file of type ${rules.types.join(", ")}` } };
    return { value: file };
  };
}

const fileNameRule = "a file name of at most 255 characters, without a path, control characters or lone surrogates";

/** Names come from strangers: one that would leave its folder, or its line, is not sent on. */
function isFileName(name: string): boolean {
  return name.length <= 255 && !/[\u0000-\u001f\u007f/\\]|^\.\.?$/.test(name) && name.isWellFormed();
}

/** The file, or what would have been right. */
async function asPart(given: Upload): Promise<FilePart | string> {
  if (given instanceof Blob) return partOf(given, given instanceof File ? given.name : "file", given.type);
  if ("data" in given) return partOf(given.data, given.name, given.type ?? typeOf(given));
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  const fs = process?.getBuiltinModule?.("node:fs") as FileSystem | undefined;
  if (fs?.openAsBlob === undefined) return "a Blob: this runtime opens no files";
  const { openAsBlob } = fs;
  const name = given.name ?? given.path.split(/[\\/]/).at(-1) ?? "file";
  try {
    return partOf(await openAsBlob(given.path), name, given.type ?? typeByName(name));
  } catch {
    return "the path of a file that can be read";
  }
}

/** A media type goes into a header of the form: what is none becomes empty, as in a `Blob`. */
function partOf(data: Blob | Uint8Array, name: string, type: string): FilePart {
  const size = data instanceof Blob ? data.size : data.length;
  return { name, type: /^[\u0020-\u007e]*$/.test(type) ? type.toLowerCase() : "", size, data };
}

interface FileSystem {
  readonly openAsBlob?: (path: string) => Promise<Blob>;
}

function typeOf({ data, name }: { readonly data: Blob | Uint8Array; readonly name: string }): string {
  return data instanceof Blob && data.type !== "" ? data.type : typeByName(name);
}

const typesByEnding: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  tif: "image/tiff",
  tiff: "image/tiff",
};

function typeByName(name: string): string {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(typesByEnding, ending) ? (typesByEnding[ending] ?? "") : "";
}
