import { randomBytes, timingSafeEqual } from "node:crypto";
import { serve } from "@x/core/testing/node";
import { Waker } from "@x/kyc-portal";
import { parseKycPortalEvent } from "@x/kyc-portal/callbacks";

/** A place where webhooks arrive. */
export interface Receiver {
  /** Address to give to the portal; its path is the only proof that the portal can carry. */
  readonly url: string;
  /** Tells waiting helpers to read the case from the portal. */
  readonly waker: Waker;
  /** Webhooks that came, by type. */
  readonly received: string[];
  close(): Promise<void>;
}

/**
 * Receives webhooks. The portal signs nothing, so a payload is a hint and never a decision: it wakes the helper that
 * waits for its case, and that one reads the case back.
 */
export async function startReceiver(): Promise<Receiver> {
  const secret = randomBytes(32).toString("base64url");
  const waker = new Waker();
  const received: string[] = [];
  const seen = new Set<string>();
  const server = await serve(async (request) => {
    if (request.method !== "POST" || !isSecret(new URL(request.url).pathname.slice(1), secret))
      return new Response(null, { status: 404 });
    try {
      const event = parseKycPortalEvent(await request.text());
      if (event.eventType !== "unknown" && !seen.has(event.dedupeKey)) {
        seen.add(event.dedupeKey);
        received.push(event.eventType);
        waker.wake(event.subject);
      }
    } catch {
      // JSON that is of no use is acknowledged all the same: a refusal would be repeated ten times.
    }
    return new Response(null, { status: 204 });
  });
  return { url: `${server.url}/${secret}`, waker, received, close: async () => await server.close() };
}

function isSecret(given: string, secret: string): boolean {
  return given.length === secret.length && timingSafeEqual(Buffer.from(given), Buffer.from(secret));
}
