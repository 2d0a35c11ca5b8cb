import type { Submission } from "../models/submission.js";
import { parseArgosTime } from "../models/times.js";
import { kycResultOf } from "./kycResultOf.js";

/**
 * Picks the submission that counts among several of one person: the latest approved one, not the newest.
 *
 * Forgotten attempts turn rejected a day later, so the newest news is often about a submission that nobody cares for.
 *
 * @param items - Submissions of one user or email address.
 * @returns The one approved last; undefined when none is approved.
 *
 * @example
 * const counts = pickApproved(await argos.submissions.listByUserId({ userid: "user-7" }).toArray({ limit: 100 }));
 */
export function pickApproved<Item extends Pick<Submission, "kyc" | "kyc_result_at" | "updated_at" | "created_at">>(
  items: readonly Item[],
): Item | undefined {
  return items
    .filter((item) => kycResultOf(item) === "approved")
    .map((item) => ({ item, at: decidedAt(item) }))
    .toSorted((a, b) => b.at - a.at)[0]?.item;
}

/** When it was decided; a time that cannot be read is older than any that can. */
function decidedAt({ kyc_result_at, updated_at, created_at }: Partial<Submission>): number {
  const at = parseArgosTime(kyc_result_at) ?? parseArgosTime(created_at) ?? parseArgosTime(updated_at);
  return at?.getTime() ?? Number.NEGATIVE_INFINITY;
}
