import { call } from "./cells/call.js";
import { callback } from "./cells/callback.js";
import { crypto } from "./cells/crypto.js";
import { faults } from "./cells/faults.js";
import { redirect } from "./cells/redirect.js";
import { resend } from "./cells/resend.js";
import { upload } from "./cells/upload.js";

const cells = { call, upload, callback, crypto, faults, redirect, resend };

/** Runs the cells one after the other on the runtime that it finds itself on. What comes back is plain JSON. */
export async function probe(lab, names = Object.keys(cells)) {
  const results = {};
  for (const name of names) {
    const began = Date.now();
    try {
      results[name] = { ok: true, data: (await cells[name](lab)) ?? null };
    } catch (error) {
      results[name] = { ok: false, says: `${error?.message}\n${error?.stack ?? ""}`.slice(0, 1500) };
    }
    results[name].ms = Date.now() - began;
  }
  return results;
}
