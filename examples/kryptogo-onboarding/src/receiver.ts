import { randomBytes, timingSafeEqual } from "node:crypto";
import { serve } from "@x/core/testing/node";
import { Waker } from "@x/kryptogo";
import { parseKryptogoCallback } from "@x/kryptogo/callbacks";

/** A place where callbacks arrive. */
export interface Receiver {
  /** Address to give to the vendor; its path is the only proof that the vendor can carry. */
  readonly url: string;
  /** Tells waiting helpers to read the record from the vendor. */
  readonly waker: Waker;
  /** Callbacks that came, by kind. */
  readonly received: string[];
  close(): Promise<void>;
}

/**
 * Receives callbacks. The vendor signs nothing, so a payload is a hint and never a decision: it wakes the helper that
 * waits for its subject, and that one reads the record back.
 */
export async function startReceiver(): Promise<Receiver> {
  const secret = randomBytes(32).toString("base64url");
  const waker = new Waker();
  const received: string[] = [];
  const server = await serve(async (request) => {
    if (request.method !== "POST" || !isSecret(new URL(request.url).pathname.slice(1), secret))
      return new Response(null, { status: 404 });
    try {
      const callback = parseKryptogoCallback(await request.text());
      received.push(callback.kind);
      if (callback.kind !== "unknown") waker.wake(callback.subject);
    } catch {
      return new Response(null, { status: 400 });
    }
    return new Response(null, { status: 200 });
  });
  return { url: `${server.url}/${secret}`, waker, received, close: async () => await server.close() };
}

function isSecret(given: string, secret: string): boolean {
  return given.length === secret.length && timingSafeEqual(Buffer.from(given), Buffer.from(secret));
}
