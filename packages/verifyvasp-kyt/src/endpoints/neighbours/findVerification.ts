import type { Found, LookupContext } from "@x/core";
import type { Verification } from "../../models/verification.js";
import type { CreatedVerification, CreateVerificationInput } from "./createVerification.js";
import { listVerifications, verificationPages } from "./listVerifications.js";

/** The enclave cuts milliseconds, and its clock is a neighbour's. */
const skewMs = 5000;

/**
 * Finds what a request created, by everything that it said: the vendor takes no reference.
 *
 * Two transfers that are alike to the last digit and begin within seconds are not told apart; then none is picked.
 */
export async function findVerification(
  input: CreateVerificationInput,
  context: LookupContext,
): Promise<Found<CreatedVerification>> {
  const { assetInfo, beneficiaryVaspId, payload } = input;
  const { originator, beneficiary } = payload.ivms101;
  const since = context.startedAt.getTime() - skewMs;
  let page: Parameters<typeof verificationPages.next>[1] | undefined = {
    // The day before as well: which time zone its days have is not documented.
    fromDate: new Date(since - 86_400_000).toISOString().slice(0, 10),
    symbol: assetInfo.symbol,
    actionType: "SEND",
    oppositeVaspId: beneficiaryVaspId,
    originatorAccountNumber: originator.accountNumber?.[0],
    beneficiaryAccountNumber: beneficiary.accountNumber?.[0],
    page: 1,
    rpp: 100,
  };
  const fits = (one: Verification): boolean =>
    one.assetInfo?.amount === assetInfo.amount && Date.parse(one.createdAt ?? "") >= since;
  // By id: what comes in while pages are read moves others on to the next one, where they stand again.
  const found = new Map<string, Verification>();
  while (page !== undefined) {
    const answer = await context.request(listVerifications, page);
    for (const one of answer.verifications.filter(fits)) found.set(one.verificationUuid, one);
    page = verificationPages.next(answer, page);
  }
  const [only, second] = found.values();
  if (second !== undefined) return { kind: "several", ids: [...found.keys()] };
  if (only === undefined) return { kind: "none" };
  return { kind: "one", value: { verificationUuid: only.verificationUuid, createdAt: only.createdAt } };
}
