import { kycResultOf, type Submission } from "@x/argos";

/** What this company believes of its users' submissions: a table in a database, in real life. */
export class Ledger {
  readonly #states = new Map<string, string>();

  /** Writes down what was read from ARGOS; returns whether that is news. */
  note(submission: Pick<Submission, "submission_id" | "kyc">): boolean {
    const state = kycResultOf(submission);
    const isNew = this.#states.get(submission.submission_id) !== state;
    this.#states.set(submission.submission_id, state);
    return isNew;
  }

  /** State by submission. */
  get states(): ReadonlyMap<string, string> {
    return this.#states;
  }

  /** How many submissions are in each state. */
  summary(): string {
    const counts = new Map<string, number>();
    for (const state of this.#states.values()) counts.set(state, (counts.get(state) ?? 0) + 1);
    return [...counts].map(([state, count]) => `${count} ${state}`).join(", ");
  }
}
