import { maxCallbackBytes } from "../callback-limit.js";
import { Deadline } from "../deadline.js";
import { BodyFault, readBytes } from "../read-body.js";

/** A refusal of a request, before anything of it is believed. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What can be refused by the head of a request alone, the cheapest first. */
export function refuseByHead(request: Request, maxBytes: number): Refusal | undefined {
  if (request.method !== "POST") return { status: 405, headers: { allow: "POST" } };
  const type = request.headers.get("content-type");
  if (type !== null && !/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) return { status: 415 };
  // 300 KB that inflate to 300 MB would be paid for before they are counted.
  const encoding = request.headers.get("content-encoding");
  if (encoding !== null && encoding.trim().toLowerCase() !== "identity") return { status: 415 };
  const declared = request.headers.get("content-length");
  if (declared !== null && !(Number(declared) <= maxBytes)) return { status: 413 };
  return undefined;
}

/** Limits of reading. */
export interface IntakeLimits {
  readonly maxBytes: number;
  /** Milliseconds that a body may take to arrive. */
  readonly readMs: number;
}

/** The usual limits. */
export const intakeLimits: IntakeLimits = { maxBytes: maxCallbackBytes, readMs: 5000 };

/** Reads the body as UTF-8 text, bounded in bytes and in time. */
export async function readTextWithin(
  request: Request,
  { maxBytes, readMs }: IntakeLimits,
): Promise<string | { readonly refusal: Refusal }> {
  const deadline = new Deadline(readMs, undefined);
  try {
    const bytes = await readBytes(request, maxBytes, deadline);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof BodyFault) return { refusal: { status: error.kind === "too_large" ? 413 : 400 } };
    return { refusal: { status: error instanceof TypeError ? 400 : 408 } };
  } finally {
    deadline.dispose();
  }
}
