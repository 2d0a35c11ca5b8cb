import { call } from "./cells/call.js";

const cells = { call };

/** Runs the cells one after the other on the runtime that it finds itself on. What comes back is plain JSON. */
export async function probe(lab, names = Object.keys(cells)) {
  const results = {};
  for (const name of names) {
    const began = Date.now();
    try {
      results[name] = { ok: true, data: await cells[name](lab) };
    } catch (error) {
      results[name] = { ok: false, says: `${error?.name}: ${error?.message} ${error?.stack ?? ""}`.slice(0, 1500) };
    }
    results[name].ms = Date.now() - began;
  }
  return results;
}
