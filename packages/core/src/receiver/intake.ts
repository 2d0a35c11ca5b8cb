import { maxCallbackBytes } from "../callback-limit.js";
import { Deadline } from "../deadline.js";
import { BodyFault, readBytes } from "../read-body.js";
import type { CallbackRequest } from "./types.js";

/** A refusal of a request, before anything of it is believed. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What can be refused by the head of a request alone, the cheapest first. */
export function refuseByHead({ method, header }: CallbackRequest, maxBytes: number): Refusal | undefined {
  if (method !== "POST") return { status: 405, headers: { allow: "POST" } };
  const type = header("content-type") ?? undefined;
  if (type !== undefined && !/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) return { status: 415 };
  // 300 KB that inflate to 300 MB would be paid for before they are counted.
  const encoding = header("content-encoding") ?? undefined;
  if (encoding !== undefined && encoding.trim().toLowerCase() !== "identity") return { status: 415 };
  const declared = header("content-length") ?? undefined;
  if (declared !== undefined && !(Number(declared) <= maxBytes)) return { status: 413 };
  return undefined;
}

/** Limits of reading. */
export interface IntakeLimits {
  readonly maxBytes: number;
  /** Milliseconds that a body may take to arrive. */
  readonly readMs: number;
}

/** The usual limits. */
export const intakeLimits: IntakeLimits = { maxBytes: maxCallbackBytes, readMs: 4000 };

const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });

/** Reads the body as UTF-8 text, bounded in bytes and in time. */
export async function readTextWithin(
  { body }: CallbackRequest,
  limits: IntakeLimits,
): Promise<string | { readonly refusal: Refusal }> {
  const bytes = typeof body === "function" ? await body(limits).catch(refusalOf) : body;
  if (typeof bytes !== "string" && "refusal" in bytes) return bytes;
  if (bytes.length > limits.maxBytes) return { refusal: { status: 413 } };
  if (typeof bytes === "string") return bytes;
  try {
    return decoder.decode(bytes);
  } catch {
    return { refusal: { status: 400 } };
  }
}

function refusalOf(error: unknown): { readonly refusal: Refusal } {
  if (error instanceof BodyFault) return { refusal: { status: error.kind === "too_large" ? 413 : 400 } };
  if (error instanceof CrowdedIntake) return { refusal: { status: 503, headers: { "retry-after": "5" } } };
  if (error instanceof LateBody) return { refusal: { status: 408 } };
  throw error;
}

/** Too many bodies are being read at once. */
export class CrowdedIntake extends Error {}

/** A body took too long to arrive. */
export class LateBody extends Error {}

/** Reads the body of a web request. */
export async function readWebBody(request: Request, { maxBytes, readMs }: IntakeLimits): Promise<Uint8Array> {
  const deadline = new Deadline(readMs, undefined);
  try {
    return await readBytes(request, maxBytes, deadline);
  } catch (error) {
    throw error instanceof BodyFault ? error : new LateBody();
  } finally {
    deadline.dispose();
  }
}
