import { kryptogo } from "../clients.js";

/** A billed create on a connection that served before, and that breaks once the create was read; the servers count. */
export async function resend(lab) {
  const outcomes = {};
  for (const [how, url] of Object.entries(lab.resends)) {
    const client = kryptogo(lab, url);
    for (let tried = 0; tried < lab.resendTries; tried++) {
      await client.searchTasks.getSummary({ task_id: 123 });
      // A runtime takes a connection back only some ticks after its answer was read.
      await new Promise((resolve) => setTimeout(resolve, 5));
      const outcome = await client.kya.create({ address: "bc1q" }).then(
        () => "value",
        (error) => `${error.code}, ${error.outcome}`,
      );
      outcomes[how] = { ...outcomes[how], [outcome]: (outcomes[how]?.[outcome] ?? 0) + 1 };
    }
  }
  return outcomes;
}
