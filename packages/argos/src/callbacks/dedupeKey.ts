import { toHex } from "@x/core/crypto";
import type { ArgosCallback } from "./types.js";

/**
 * What names a webhook, to do its work once: ARGOS sends no event id, and may send anything twice.
 *
 * Submission, trigger and first known time, with a hash of the rest: two different webhooks never share a key.
 *
 * @param callback - A parsed webhook.
 * @returns The key. It holds the submission's id and no other datum of the person.
 *
 * @example
 * const isNew = await store.putIfAbsent(await argosDedupeKey(callback), "seen", 7 * 24 * 3600 * 1000);
 */
export async function argosDedupeKey(callback: ArgosCallback): Promise<string> {
  const payload = callback.kind === "unknown" ? callback.readPayload() : callback.payload;
  const bytes = new TextEncoder().encode(JSON.stringify(canonical(payload)));
  const hash = toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))).slice(0, 32);
  if (callback.kind === "unknown") return `argos:unknown:${hash}`;
  return `argos:${callback.payload.submission_id}:${callback.kind}:${timeOf(callback) ?? ""}:${hash}`;
}

/** When it happened, where the webhook says so. */
function timeOf({ payload }: Exclude<ArgosCallback, { kind: "unknown" }>): string | undefined {
  const any = payload as {
    kyc_result?: { updated_at?: string; update_at?: string };
    update_time?: string;
    delete_time?: string;
    action?: { created_at?: string };
    attempts?: number;
    created_at?: string;
  };
  const time =
    any.kyc_result?.updated_at ??
    any.kyc_result?.update_at ??
    any.update_time ??
    any.delete_time ??
    any.action?.created_at ??
    any.attempts?.toString() ??
    any.created_at;
  // A time is printed into the key; anything else that stands in its place is not.
  return time !== undefined && /^[\d:.TZ+ -]{1,40}$/.test(time) ? time : undefined;
}

/** The same text for the same content, whatever the order of its fields. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}
