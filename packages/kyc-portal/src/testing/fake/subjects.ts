import { deedOf, type FakeSubject } from "@x/core/testing";
import { caseStage } from "../../codes/caseStates.js";
import type { CaseDesk } from "./caseDesk.js";
import type { FakeCase } from "./fakeCase.js";
import type { MonitoringDesk } from "./monitoringDesk.js";

type Deeds = Readonly<Record<string, () => void>>;

/** The desks that people work at. */
export interface CaseDesks {
  readonly cases: CaseDesk;
  readonly monitoring: MonitoringDesk;
}

/** Every case, oldest first; the parties of a company are cases of their own. */
export function subjectsOf(desks: CaseDesks): FakeSubject[] {
  const { cases } = desks;
  const parties = new Set(
    [...cases.cases.values()].flatMap((one) => one.parties.map(({ caseCommonId }) => caseCommonId)),
  );
  return [...cases.cases.values()].map((one) => ({
    subject: `case:${one.id}`,
    kind: `${one.kind} case${parties.has(one.id) ? ", a party" : ""}`,
    state: stateOf(one),
    isSettled: one.statusId === 3 || one.statusId === 8,
    actions: Object.keys(deedsOf(desks, one)),
    createdAt: one.createdAt,
  }));
}

/** Makes an action happen. */
export function actOn(desks: CaseDesks, subject: string, action: string): void {
  const one = [...desks.cases.cases.values()].find(({ id }) => subject === `case:${id}`);
  if (one === undefined) throw new TypeError("There is no such subject.");
  deedOf(deedsOf(desks, one), subject, action)();
}

function deedsOf({ cases, monitoring }: CaseDesks, one: FakeCase): Deeds {
  if (one.statusId !== 3) return {};
  const alert = (kind: Parameters<MonitoringDesk["raise"]>[1]) => (): void => void monitoring.raise(one.id, kind);
  const alerts: Deeds = {
    "alert: AML match": alert("aml_match"),
    "alert: changed details": alert("details_review"),
    "alert: document expires": alert("document_expiry"),
  };
  if (one.status === "Closed") return { reopen: () => cases.setStatus(one, "Open"), ...alerts };
  return {
    accept: () => close(cases, one, "Passed"),
    deny: () => close(cases, one, "Failed"),
    "submit documents": () => cases.tell(one, "CaseRequestSubmitted", { email: "owner@example.com", phone: "" }),
    ...alerts,
  };
}

/** A reviewer goes through the steps and closes: what the steps say is the decision. */
function close(cases: CaseDesk, one: FakeCase, status: "Passed" | "Failed"): void {
  for (const step of one.steps) {
    step.status = status;
    step.excluded = status === "Passed";
  }
  cases.setStatus(one, "Closed");
}

function stateOf(one: FakeCase): string {
  if (one.statusId !== 3) return caseStage(one.statusId) ?? "building";
  const alerts =
    one.alerts.length === 0 ? "" : `, ${one.alerts.length} ${one.alerts.length === 1 ? "alert" : "alerts"}`;
  return `${one.status === "Open" ? "open" : `closed: ${one.decision ?? "undecided"}`}${alerts}`;
}
