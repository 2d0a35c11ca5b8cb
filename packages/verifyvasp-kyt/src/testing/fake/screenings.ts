import type { SanctionScreening } from "../../endpoints/neighbours/screenChainalysisSanction.js";
import type { WcoResult } from "../../models/wcoResult.js";
import type { KeptVerification } from "./verificationDesk.js";

/** Sanction lists: an address that ends in `4444` is on one. */
export function screenSanctions(
  { role, record }: KeptVerification,
  requestId: string,
  createdAt: string,
): SanctionScreening {
  const sends = role === "originating";
  const address = (sends ? record.beneficiaryAccountNumber : record.originatorAccountNumber) ?? "";
  return {
    chainalysisSanction: {
      requestId,
      counterpartyVaspId: (sends ? record.beneficiaryVaspId : record.originatingVaspId) ?? "0",
      direction: sends ? "OUTGOING" : "INCOMING",
      address,
      status: address.endsWith("4444") ? "SANCTION" : "NOHIT",
      createdAt,
    },
  };
}

/** A World-Check One case that found nothing. */
export function wcoResult({ role, record }: KeptVerification, now: number): WcoResult {
  const sends = role === "originating";
  const direction = sends ? "OUTGOING" : "INCOMING";
  const time = new Date(now).toISOString();
  const caseId = `${record.verificationUuid}-${direction}-${now}`;
  return {
    verificationUuid: record.verificationUuid,
    riskAssessment: {
      refinitivWorldCheckOne: {
        counterpartyVaspId: (sends ? record.beneficiaryVaspId : record.originatingVaspId) ?? "0",
        direction,
        caseSystemId: "5jb7r2c9xjfk1hoc95gfayv6m",
        status: "PROCESSED",
        matchStrength: "EXACT",
        aggregatedSummaryResult: JSON.stringify({ caseId, results: [] }),
        createdAt: time,
        assessedAt: time,
      },
    },
  };
}
