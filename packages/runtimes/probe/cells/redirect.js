import { sendWithFetch, sendWithKy } from "@x/core";
import { thrown } from "../assert.js";
import { kryptogo } from "../clients.js";

/** Redirects to another origin, met by a read and by a create, through both senders. */
export async function redirect(lab) {
  const seen = {};
  for (const send of [sendWithKy, sendWithFetch])
    for (const [status, url] of Object.entries(lab.redirects)) {
      const client = kryptogo(lab, url, { send });
      const read = await thrown("a redirect", () => client.searchTasks.getSummary({ task_id: 123 }));
      const create = await thrown("a redirect", () => client.kya.create({ address: "bc1q" }));
      seen[status] = [...(seen[status] ?? []), read.code, create.cause?.code ?? create.code];
    }
  return seen;
}
