import { caseStage } from "../codes/caseStates.js";
import type { CaseDetailResponse } from "../models/caseDetail.js";
import type { MembersResponse } from "../models/members.js";

/** Where the build of a case stands. `ready_without_structure` says 3, and has no member and no chart yet. */
export type CaseState = "building" | "ready" | "ready_without_structure" | "failed" | "unknown";

/** A case as it was looked at. */
export interface CaseLook {
  readonly case: CaseDetailResponse;
  /** Members of a company that says it is ready; absent before, and for persons. */
  readonly members?: MembersResponse;
  /** The build's `statusId`; absent when the vendor does not say. */
  readonly statusId?: number;
  /** What the `statusId` stands for, in words; the vendor's own label where it is not known. */
  readonly stage: string;
  /** Percent done, as the vendor says. */
  readonly complete?: number;
  /** What it comes to. */
  readonly state: CaseState;
}

/** Reads how far a case is, by its `statusId` alone; whether it has its structure is not looked at. */
export function readCaseLook(answer: CaseDetailResponse): CaseLook {
  const { statusId, statusName, complete } = answer.caseDetail.details.common;
  return {
    case: answer,
    ...(typeof statusId === "number" ? { statusId } : {}),
    stage: (typeof statusId === "number" ? caseStage(statusId) : undefined) ?? statusName ?? "unknown",
    ...(typeof complete === "number" ? { complete } : {}),
    state: stateOf(statusId),
  };
}

function stateOf(statusId: number | null | undefined): CaseState {
  if (statusId === 3) return "ready";
  if (statusId === 8) return "failed";
  if (typeof statusId === "number" && caseStage(statusId) !== undefined) return "building";
  return "unknown";
}
