import type { Receiver } from "./types.js";

/** What is used of an incoming message of `node:http`. */
export interface IncomingLike extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly rawHeaders: readonly string[];
  readonly socket?: { readonly remoteAddress?: string | undefined } | undefined;
  /** What a framework's parser left, if one was here before. */
  readonly body?: unknown;
}

/** What is used of a server response of `node:http`. */
export interface OutgoingLike {
  /** Begins the answer. */
  writeHead(status: number, headers: Record<string, string>): unknown;
  /** Ends the answer. */
  end(body?: string): unknown;
}

/**
 * Serves a receiver with `node:http`, Express or Fastify (`request.raw`, `reply.raw`).
 *
 * Mount it before any body parser: a parser has rounded large ids by the time it is done.
 *
 * @example
 * createServer(nodeHandler(receive)).listen(8080);
 */
export function nodeHandler(receive: Receiver): (incoming: IncomingLike, outgoing: OutgoingLike) => Promise<void> {
  return async (incoming, outgoing) => {
    let response: Response;
    try {
      response = await receive(requestOf(incoming), { remoteAddress: incoming.socket?.remoteAddress });
    } catch {
      // A method or header that no web request can have; nothing was believed of it.
      response = new Response(null, { status: 400 });
    }
    const body = response.body === null ? "" : await response.text();
    const headers = Object.fromEntries(response.headers);
    // What was refused unread must not be taken for the next request of the connection.
    const close = response.ok ? {} : { connection: "close" };
    outgoing.writeHead(response.status, { ...headers, ...close });
    outgoing.end(body);
  };
}

function requestOf(incoming: IncomingLike): Request {
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2)
    headers.append(incoming.rawHeaders[at] ?? "", incoming.rawHeaders[at + 1] ?? "");
  const method = incoming.method ?? "GET";
  // The host that the sender names decides nothing, so none is taken over.
  const path = /^\/(?!\/)/.test(incoming.url ?? "") ? (incoming.url ?? "/") : "/";
  const url = `http://receiver.invalid${path}`;
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  const init: RequestInit & { duplex: "half" } = { method, headers, body: bodyOf(incoming), duplex: "half" };
  return new Request(url, init);
}

/** Pulled only when it is asked for: nothing is read of who proves nothing. */
function bodyOf(incoming: IncomingLike): ReadableStream<Uint8Array> | string {
  if (typeof incoming.body === "string") return incoming.body;
  const chunks = incoming[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        const { done, value } = await chunks.next();
        if (done === true) stream.close();
        else stream.enqueue(value);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
