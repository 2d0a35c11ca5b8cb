/** One request, ready to go. */
export interface OutgoingRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  /** A stream needs `duplex: "half"`; its length is among the headers. */
  readonly body: string | Blob | ReadableStream<Uint8Array> | undefined;
  readonly signal: AbortSignal;
  /** Whether a second copy would cost money or leave a second record, so that not even the runtime may send one. */
  readonly once?: boolean;
  /** The caller's fetch, or the runtime's. */
  readonly fetch: typeof globalThis.fetch;
}

/** Sends one request once and follows nothing. */
export type Send = (request: OutgoingRequest) => Promise<Response>;
