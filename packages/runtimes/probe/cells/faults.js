import { isSdkError } from "@x/core";
import { kryptogo } from "../clients.js";

/** Faults that never answer: the deadline ends them. */
const silent = new Set(["stall-headers", "stall-body", "drip-body"]);

/** What a free read and a billed create come to under each fault; the suite judges, for the servers know the rest. */
export async function faults(lab) {
  const seen = {};
  const queue = Object.entries(lab.faults);
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [name, url] = next;
      const client = kryptogo(lab, url, { timeout: silent.has(name) ? 700 : 20_000 });
      const read = await shown(() => client.searchTasks.getSummary({ task_id: 123 }));
      const create = await shown(() => client.kya.create({ address: "0x72a5843cc08275C8171E582972Aa4fDa8C397B2A" }));
      seen[name] = { read, create };
    }
  };
  // Workers keep at most six connections open at once.
  await Promise.all([work(), work(), work(), work()]);
  return seen;
}

async function shown(calling) {
  try {
    await calling();
    return "value";
  } catch (error) {
    if (!isSdkError(error)) return `not ours: ${error?.name}`;
    return `${error.code}, ${error.outcome}`;
  }
}
