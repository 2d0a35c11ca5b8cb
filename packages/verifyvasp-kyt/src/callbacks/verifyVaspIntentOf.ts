import type { IntentProof } from "@x/core";
import type { VerifyVaspCallback } from "./parseVerifyVaspCallback.js";

/**
 * What a callback says of a billed call, for `intents.settle`: that it was done, and under which id.
 *
 * It finds a call that was made under its verification's UUID, which is the reference when the caller names no other. One
 * that `assess` made settles itself.
 *
 * @param callback - What `parseVerifyVaspCallback` returned, or a receiver handed over.
 * @returns The call, or undefined for callbacks that no billed call leads to.
 *
 * @example
 * await intents.settle(verifyVaspIntentOf(parseVerifyVaspCallback(body)));
 */
export function verifyVaspIntentOf(callback: VerifyVaspCallback): IntentProof | undefined {
  const vendor = "VerifyVASP";
  if (callback.kind === "wco")
    return {
      vendor,
      operations: ["requestRefinitivWcoAssessment"],
      reference: callback.payload.verificationUuid,
      ids: [],
    };
  if (callback.kind !== "kyt") return undefined;
  const { verificationUuid, riskAssessment } = callback.payload;
  const { requestId } = riskAssessment.chainalysisKYT;
  return { vendor, operations: ["requestChainalysisKytAssessment"], reference: verificationUuid, ids: [requestId] };
}
