import type { Clock } from "@x/core/testing";
import { reviewDatePresets } from "../../codes/reviewDates.js";
import type { CaseDesk } from "./caseDesk.js";
import type { FakeAlert, FakeCase } from "./fakeCase.js";
import { refuse, timeOf } from "./refusal.js";

/** Longest that a timer waits; a real clock would fire at once beyond it. */
const longestTimer = 2_147_483_647;
const day = 86_400_000;

/** The fake's live monitoring: alerts come up when told to, and are acted on by the vendor's table. */
export class MonitoringDesk {
  readonly #clock: Clock;
  readonly #cases: CaseDesk;
  readonly #bill: (operation: string, one: FakeCase) => void;

  constructor(clock: Clock, cases: CaseDesk, bill: (operation: string, one: FakeCase) => void) {
    this.#clock = clock;
    this.#cases = cases;
    this.#bill = bill;
  }

  /** Brings an alert up. */
  raise(id: number, kind: FakeAlert["kind"]): number {
    const one = this.#cases.find(id);
    const changeId = this.#cases.nextId();
    one.alerts.push({ changeId, kind, caseStepId: one.steps[0]?.caseStepId ?? 0, change: this.#change(kind) });
    if (kind === "aml_match") this.#cases.tell(one, "AmlMatch", { amlType: "PEP" });
    return changeId;
  }

  list(kind: FakeCase["kind"], filter: { caseCommonId?: number; caseStatus?: string }): unknown {
    const items = [...this.#cases.cases.values()]
      .filter((one) => one.kind === kind && one.alerts.length > 0)
      .filter((one) => filter.caseCommonId === undefined || one.id === filter.caseCommonId)
      .filter((one) => !["Open", "Closed"].includes(filter.caseStatus ?? "") || one.status === filter.caseStatus)
      .map((one) => ({
        ...subject(one),
        reviewAlertCount: count(one, "details_review"),
        expiredDocumentsAlertCount: count(one, "document_expiry"),
        manualReviewAlertCount: count(one, "manual_review"),
        amlAlertCount: count(one, "aml_match"),
      }));
    return { itemCount: items.length, items };
  }

  alerts(one: FakeCase): unknown {
    const items = one.alerts.map(({ changeId, caseStepId, change }) => ({
      ...subject(one),
      caseStepId,
      changes: { changeId, ...change },
    }));
    return { itemCount: items.length, items };
  }

  /** Acts by the table; another pair is a 400. */
  act(one: FakeCase, { alertId, action }: { alertId?: number; action?: string }): void {
    const at = one.alerts.findIndex((alert) => alert.changeId === alertId);
    const alert = one.alerts[at];
    if (alert === undefined) return refuse(this.#clock, 404, "Alert not found");
    const closed = one.status === "Closed";
    const allowed: Readonly<Record<FakeAlert["kind"], readonly string[]>> = {
      details_review: ["Exclude", "Apply"],
      manual_review: ["Apply"],
      aml_match: [closed ? "Apply" : "Dismiss"],
      document_expiry: ["Dismiss"],
    };
    if (!allowed[alert.kind].includes(action ?? "")) refuse(this.#clock, 400, "The action does not fit the alert");
    one.alerts.splice(at, 1);
    this.#cases.note(one, `Alert: ${action}`);
    if (action !== "Apply" || alert.kind === "details_review") return;
    if (alert.kind === "aml_match")
      this.#cases.addStep(one, "AML", "Match", { aml: { category: "PEP", name: "Match" } });
    if (closed) this.#cases.setStatus(one, "Open");
  }

  /** Sets when a case is reviewed; the review itself is billed when it comes due. */
  setReviewDate(one: FakeCase, reviewDate: string | null | undefined): { reviewDate: string | null } {
    one.reviewAt = this.#at(reviewDate);
    if (reviewDate === "Review now") this.#review(one);
    else if (one.reviewAt !== null) this.#schedule(one, one.reviewAt);
    return { reviewDate: one.reviewAt === null ? null : timeOf(one.reviewAt) };
  }

  #schedule(one: FakeCase, at: number): void {
    const wait = at - this.#clock.now();
    if (wait <= longestTimer) this.#clock.after(wait, () => one.reviewAt === at && this.#review(one));
    // In pieces, for a real clock keeps no longer timer.
    else this.#clock.after(longestTimer, () => one.reviewAt === at && this.#schedule(one, at));
  }

  /** A new registry pull, billed as a case. Without a live link a person has to look. */
  #review(one: FakeCase): void {
    one.reviewAt = null;
    this.#bill("review", one);
    this.raise(one.id, "details_review");
  }

  #at(reviewDate: string | null | undefined): number | null {
    if (reviewDate === null || reviewDate === "" || reviewDate === "Do not review") return null;
    if (reviewDate === "Review now") return this.#clock.now();
    const [, date, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(reviewDate ?? "") ?? [];
    if (year !== undefined) return Date.UTC(Number(year), Number(month) - 1, Number(date));
    if (!(reviewDatePresets as readonly (string | undefined)[]).includes(reviewDate))
      return refuse(this.#clock, 400, "Invalid review date");
    const [amount, unit] = (reviewDate ?? "").split(" ");
    return this.#clock.now() + Number(amount) * (unit?.startsWith("year") === true ? 365 : 30) * day;
  }

  #change(kind: FakeAlert["kind"]): Readonly<Record<string, unknown>> {
    if (kind === "aml_match")
      return { amlAlert: { name: "John Sample", matchType: "PEP", country: "GB", biography: "" } };
    if (kind === "details_review")
      return { officer: { name: "Max Muster", address: "1 Example Street", role: "Director" } };
    if (kind === "manual_review") return {};
    return {
      expirationAlert: {
        explanation: "Passport expires soon.",
        expiration: 14,
        name: "Passport",
        expirationDate: timeOf(this.#clock.now() + 14 * day),
      },
    };
  }
}

function count(one: FakeCase, kind: FakeAlert["kind"]): number {
  return one.alerts.filter((alert) => alert.kind === kind).length;
}

function subject(one: FakeCase): Record<string, unknown> {
  return {
    name: one.name,
    caseId: one.id,
    address: "",
    caseType: one.kind === "company" ? "Entity" : "Individual",
    jurisdiction: one.country,
    caseStatus: one.status,
  };
}
