/** What the automatic check of an identity came to. */
export type IdvState = 0 | 1 | 2 | 3 | 4;

/** Automatic results by `state`. A person's decision stands in `audit_status` instead. */
export const idvStates = {
  0: "accepted by the automatic check",
  1: "the automatic check leaves it to a person",
  2: "rejected by the automatic check",
  3: "submitted, check under way",
  4: "opened, nothing submitted yet",
} as const satisfies Record<IdvState, string>;
