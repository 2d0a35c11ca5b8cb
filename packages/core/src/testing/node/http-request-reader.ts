/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Names in lower case; a repeated header is joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Body as UTF-8 text; "" when there was none. */
  readonly body: string;
}

/**
 * Cuts the bytes of one connection into requests.
 *
 * Written by hand, because `node:http` answers, closes and corrects by itself, and a fault must not be corrected.
 */
export class HttpRequestReader {
  #rest: Buffer = Buffer.alloc(0);

  /** Whether no byte of a next request has come yet. */
  get idle(): boolean {
    return this.#rest.length === 0;
  }

  /** Takes bytes in. */
  push(bytes: Buffer): void {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
  }

  /**
   * Takes the next whole request out; `undefined` while bytes are missing.
   *
   * @throws RangeError when the bytes are not HTTP/1.1.
   */
  next(): WireRequest | undefined {
    const head = headOf(this.#rest);
    if (head === undefined) return undefined;
    const chunked = /\bchunked\b/i.test(head.headers["transfer-encoding"] ?? "");
    const body = chunked
      ? chunkedBody(this.#rest, head.size)
      : sizedBody(this.#rest, head.size, head.headers["content-length"]);
    if (body === undefined) return undefined;
    this.#rest = this.#rest.subarray(body.end);
    const { method, target, headers } = head;
    return { method, target, headers, body: body.bytes.toString("utf8") };
  }
}

interface Head extends Omit<WireRequest, "body"> {
  /** Bytes up to and with the empty line. */
  readonly size: number;
}

interface Body {
  readonly bytes: Buffer;
  /** Where the next request begins. */
  readonly end: number;
}

function headOf(bytes: Buffer): Head | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [start = "", ...lines] = bytes.toString("latin1", 0, end).split("\r\n");
  const [, method, target] = /^([A-Z]+) (\S+) HTTP\/1\.1$/.exec(start) ?? [];
  if (method === undefined || target === undefined) throw new RangeError("not an HTTP/1.1 request");
  const headers: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return { method, target, headers, size: end + 4 };
}

function sizedBody(bytes: Buffer, start: number, length = "0"): Body | undefined {
  const end = start + Number(length);
  if (!Number.isSafeInteger(end)) throw new RangeError("not a content length");
  return bytes.length < end ? undefined : { bytes: bytes.subarray(start, end), end };
}

function chunkedBody(bytes: Buffer, start: number): Body | undefined {
  const chunks: Buffer[] = [];
  for (let at = start; ;) {
    const lineEnd = bytes.indexOf("\r\n", at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    if (Number.isNaN(size)) throw new RangeError("not a chunk size");
    const data = lineEnd + 2;
    if (size === 0) {
      const trailersEnd = bytes.indexOf("\r\n\r\n", lineEnd);
      return trailersEnd < 0 ? undefined : { bytes: Buffer.concat(chunks), end: trailersEnd + 4 };
    }
    if (bytes.length < data + size + 2) return undefined;
    chunks.push(bytes.subarray(data, data + size));
    at = data + size + 2;
  }
}
