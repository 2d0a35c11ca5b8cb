import { deedOf, type FakeSubject } from "@x/core/testing";
import type { KeptVerification, VerificationDesk } from "./verificationDesk.js";

type Deeds = Readonly<Record<string, () => void>>;

/** Every verification, oldest first. */
export function subjectsOf(desk: VerificationDesk): FakeSubject[] {
  return desk.all.map((kept) => ({
    subject: `verification:${kept.record.verificationUuid}`,
    kind: kept.role === "originating" ? "verification, you send" : "verification, you receive",
    state: stateOf(kept),
    isSettled: kept.record.result !== "WAIT",
    actions: Object.keys(deedsOf(desk, kept)),
    createdAt: Date.parse(kept.record.createdAt ?? "") || 0,
  }));
}

/** Makes an action happen. */
export function actOn(desk: VerificationDesk, subject: string, action: string): void {
  const kept = desk.all.find(({ record }) => subject === `verification:${record.verificationUuid}`);
  if (kept === undefined) throw new TypeError("There is no such subject.");
  deedOf(deedsOf(desk, kept), subject, action)();
}

/** What the other VASP can do: only the sender reports. */
function deedsOf(desk: VerificationDesk, { role, record }: KeptVerification): Deeds {
  const { verificationUuid: id, result, txHash } = record;
  if (role !== "beneficiary" || result !== "VERIFIED") return {};
  const giveUp = { "report error": () => desk.receiveErrorReport(id, "BLACKLISTED") };
  if (typeof txHash === "string") return giveUp;
  return { "report transaction": () => desk.receiveTxReport(id, madeUpHash(id)), ...giveUp };
}

function stateOf({ record }: KeptVerification): string {
  const { result, reason, txHash } = record;
  const why = reason === null || reason === undefined || reason === "OK" ? "" : `, ${reason}`;
  return `${result ?? "unknown"}${why}${typeof txHash === "string" ? ", transaction reported" : ""}`;
}

/** A hash of no transaction. */
function madeUpHash(id: string): string {
  return `0x${id.replaceAll("-", "").padEnd(64, "0")}`;
}
