import { serve } from "@x/core/testing/node";
import { type ArgosClient, type ArgosCipher, isSdkError } from "@x/argos";
import { argosDedupeKey, openArgosCallback } from "@x/argos/callbacks";
import type { Ledger } from "./ledger.ts";

/** A place where webhooks arrive. */
export interface Receiver {
  readonly url: string;
  /** What became of those that came. */
  readonly counts: { accepted: number; repeated: number; refused: number };
  close(): Promise<void>;
}

/**
 * Receives webhooks. ARGOS signs none, and ECB proves nothing about the sender, so a webhook only says where to look: what
 * goes into the ledger is read back from ARGOS.
 *
 * @param late - Finds the client at the first webhook: vendor, receiver and client need each other's addresses.
 */
export async function startReceiver(late: () => ArgosClient, cipher: ArgosCipher, ledger: Ledger): Promise<Receiver> {
  const seen = new Set<string>();
  const counts = { accepted: 0, repeated: 0, refused: 0 };
  const server = await serve(async (request) => {
    try {
      const callback = await openArgosCallback(await request.text(), cipher);
      const key = await argosDedupeKey(callback);
      if (seen.has(key)) counts.repeated++;
      else {
        seen.add(key);
        counts.accepted++;
        if (callback.kind !== "unknown") {
          const { submission_id } = callback.payload;
          const submission = await late().submissions.get({ submission_id });
          if (submission !== null) ledger.note(submission);
        }
      }
      return new Response(null, { status: 200 });
    } catch (error) {
      counts.refused++;
      return new Response(null, { status: isSdkError(error) && error.code === "invalid_callback" ? 400 : 500 });
    }
  });
  return { url: server.url, counts, close: async () => await server.close() };
}
