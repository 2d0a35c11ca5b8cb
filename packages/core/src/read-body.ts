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
  const read: Read = { chunks: [], size: 0 };
  try {
    await deadline.race(readAll(reader, read, maxBytes));
    return join(read);
  } catch (error) {
    reader.cancel().catch(() => undefined);
    deadline.check();
    throw error instanceof BodyFault ? error : new BodyFault("truncated", lenientText(join(read)), error);
  }
}

interface Read {
  readonly chunks: Uint8Array[];
  size: number;
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, read: Read, maxBytes: number): Promise<void> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    read.size += value.byteLength;
    // Its beginning may name what was created.
    if (read.size > maxBytes)
      throw new BodyFault("too_large", lenientText((read.chunks[0] ?? value).subarray(0, 65_536)));
    read.chunks.push(value);
  }
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

/** Decodes by the charset that the answer names; bytes that do not fit it are refused, for names are screened. */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8";
  try {
    const decoder = /^utf-?8$/i.test(charset) ? strictUtf8 : new TextDecoder(charset, { fatal: true });
    return decoder.decode(bytes);
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

function join({ chunks, size }: Read): Uint8Array {
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
