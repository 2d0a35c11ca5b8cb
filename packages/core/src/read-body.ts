import type { Deadline } from "./deadline.js";

/** Why a body was not handed on. */
export class BodyFault extends Error {
  readonly kind: "too_large" | "truncated" | "undecodable";
  /** What arrived before. */
  readonly text: string | undefined;

  constructor(kind: "too_large" | "truncated" | "undecodable", text?: string, cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
    this.text = text;
  }
}

/** What is read of an answer or of a request. */
type Message = Pick<Response, "body" | "headers">;

/** Reads a body whole and at once, counting what it inflates to. Every way out leaves it read or cancelled. */
export async function readBytes(response: Message, maxBytes: number, deadline: Deadline): Promise<Uint8Array> {
  const { body } = response;
  if (body === null) return new Uint8Array();
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
    discard(response);
    throw new BodyFault("too_large");
  }
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await deadline.race(reader.read());
      if (done) return join(chunks, size);
      size += value.byteLength;
      // Its beginning may name what was created.
      if (size > maxBytes) throw new BodyFault("too_large", lenientText((chunks[0] ?? value).subarray(0, 65_536)));
      chunks.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    deadline.check();
    throw error instanceof BodyFault ? error : new BodyFault("truncated", lenientText(join(chunks, size)), error);
  }
}

/** Decodes by the charset that the answer names; bytes that do not fit it are refused, for names are screened. */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw new BodyFault("undecodable", lenientText(bytes));
  }
}

/** Ends a body that nobody will read: an unread one can crash the process when its socket closes. */
export function discard(response: Message): void {
  response.body?.cancel().catch(() => undefined);
}

function lenientText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
