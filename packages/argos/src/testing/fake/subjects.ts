import { deedOf, type FakeSubject } from "@x/core/testing";
import type { Submission } from "../../models/submission.js";
import type { Desk } from "./desk.js";

type Deeds = Readonly<Record<string, () => void>>;

/** Every submission, oldest first. */
export function subjectsOf(desk: Desk, submissions: readonly Submission[]): FakeSubject[] {
  return submissions.map((record) => ({
    subject: `submission:${record.submission_id}`,
    kind: "submission",
    state: stateOf(record),
    isSettled: record.kyc?.result !== "incomplete",
    actions: Object.keys(deedsOf(desk, record)),
    createdAt: Date.parse(record.created_at ?? "") || 0,
  }));
}

/** Makes an action happen. */
export function actOn(desk: Desk, submissions: readonly Submission[], subject: string, action: string): void {
  const record = submissions.find(({ submission_id }) => subject === `submission:${submission_id}`);
  if (record === undefined) throw new TypeError("There is no such subject.");
  deedOf(deedsOf(desk, record), subject, action)();
}

function deedsOf(desk: Desk, { submission_id: id, kyc, data }: Submission): Deeds {
  const decisions: Deeds = {
    approve: () => desk.decide(id, "approved"),
    reject: () => desk.decide(id, "rejected", ["other"]),
  };
  if (data === undefined) return {};
  if (kyc?.result === "pending") return decisions;
  if (kyc?.result !== "incomplete") return {};
  return {
    ...decisions,
    hold: () => desk.hold(id),
    "fail a step": () => desk.retry(id, "liveness_error"),
    "send face": () => desk.sendFace(id),
  };
}

function stateOf({ kyc, data, aml }: Submission): string {
  if (data === undefined) return "deleted";
  const attempts = kyc?.attempts?.length ?? 0;
  if (kyc?.result === "incomplete") return attempts === 0 ? "incomplete" : `incomplete, ${attempts} failed`;
  if (kyc?.result === "pending") return "pending: a person has to decide";
  return `${kyc?.result ?? "unknown"}${aml?.currentstatus === "Red Flag" ? ", red flag" : ""}`;
}
