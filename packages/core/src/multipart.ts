/** A file on its way into a form. Its bytes are the caller's own: nothing is copied before they are sent. */
export interface FilePart {
  readonly name: string;
  /** Media type; empty when nobody knows it. */
  readonly type: string;
  readonly size: number;
  readonly data: Blob | Uint8Array;
}

/** Bytes handed on at once. */
const pieceBytes = 64 * 1024;

/** A multipart body. */
export interface Form {
  /** Media type with the boundary. */
  readonly contentType: string;
  /** Bytes of the whole body. */
  readonly size: number;
  /** The body for one send. */
  open(headers: Headers): ReadableStream<Uint8Array> | Blob;
}

/**
 * A form with files, written as browsers write it (RFC 7578), without holding a file twice.
 *
 * A runtime's own `FormData` copies: docs/decisions/009-uploads.md has the figures.
 */
export function multipartForm(fields: ReadonlyMap<string, unknown>): Form {
  return new Multipart(fields);
}

class Multipart implements Form {
  readonly contentType: string;
  readonly size: number;
  readonly #pieces: readonly (Blob | Uint8Array)[];

  constructor(fields: Iterable<readonly [name: string, value: unknown]>) {
    const boundary = `----form-${crypto.randomUUID()}`;
    const pieces: (Blob | Uint8Array)[] = [];
    for (const [name, value] of fields)
      for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (one === undefined || one === null) continue;
        const { head, content } = part(name, one);
        pieces.push(encode(`--${boundary}\r\n${head}\r\n\r\n`), content, encode("\r\n"));
      }
    pieces.push(encode(`--${boundary}--\r\n`));
    this.contentType = `multipart/form-data; boundary=${boundary}`;
    this.#pieces = pieces;
    this.size = pieces.reduce((sum, piece) => sum + ("size" in piece ? piece.size : piece.length), 0);
  }

  /** A stream where its length goes along as a header, otherwise a `Blob`, which has one. */
  open(headers: Headers): ReadableStream<Uint8Array> | Blob {
    if (!keepsLength()) return new Blob(this.#pieces.flatMap(small));
    headers.set("content-length", String(this.size));
    return streamOf(bytesOf(this.#pieces));
  }
}

/** Node and Bun send a stream with the length that it was given; Deno, workers and pages drop the header and send chunks. */
function keepsLength(): boolean {
  const { navigator } = globalThis as { navigator?: { userAgent?: string } };
  return /^(?:Node\.js|Bun)\//.test(navigator?.userAgent ?? "");
}

function part(name: string, value: unknown): { head: string; content: Blob | Uint8Array } {
  const disposition = `Content-Disposition: form-data; name="${quoted(lines(name))}"`;
  if (!isFilePart(value)) return { head: disposition, content: encode(lines(String(value))) };
  const type = value.type === "" ? "application/octet-stream" : value.type;
  return { head: `${disposition}; filename="${quoted(value.name)}"\r\nContent-Type: ${type}`, content: value.data };
}

function isFilePart(value: unknown): value is FilePart {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "data");
}

/** Browsers send every line break of a text as CRLF. */
function lines(text: string): string {
  return text.replace(/\r\n?|\n/g, "\r\n");
}

/** Browsers escape what would end the quotes or the line, and nothing else. */
function quoted(text: string): string {
  return text.replace(
    /["\r\n]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Runtimes read a `Blob` part by part: of small parts only one is ever held twice. */
function small(piece: Blob | Uint8Array): BlobPart[] {
  if (!("length" in piece)) return [piece];
  const parts: BlobPart[] = [];
  for (let at = 0; at < piece.length; at += pieceBytes) parts.push(piece.subarray(at, at + pieceBytes) as BlobPart);
  return parts;
}

async function* bytesOf(pieces: readonly (Blob | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if ("length" in piece) {
      for (let at = 0; at < piece.length; at += pieceBytes) yield piece.subarray(at, at + pieceBytes);
      continue;
    }
    const reader = piece.stream().getReader();
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
    } finally {
      // Does nothing to one that was read to its end.
      reader.cancel().catch(() => undefined);
    }
  }
}

/** Not a byte stream: that would take the caller's bytes away. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
