import type { Clock } from "@x/core/testing";
import { detailsOf, type FakeCase, type FakeStep, isAmlPositive } from "./fakeCase.js";
import type { FakeKycPortalOptions, RegisteredCompany } from "./options.js";
import { makePdf } from "./pdf.js";
import type { Postman } from "./postman.js";
import { refuse, timeOf } from "./refusal.js";

/** What a new case is about. */
export interface NewCase {
  readonly kind: "company" | "individual";
  readonly name: string;
  readonly country: string;
  readonly number?: string;
  readonly person?: Readonly<Record<string, unknown>>;
  readonly registered?: RegisteredCompany | undefined;
  readonly properties?: readonly { dataType: string; data: string }[] | undefined;
}

const fiveYears = 5 * 365 * 86_400_000;

/** The fake's cases: they are built step by step, reviewed and closed. */
export class CaseDesk {
  readonly cases = new Map<number, FakeCase>();
  readonly #clock: Clock;
  readonly #postman: Postman;
  readonly #buildMs: number;
  #lastCase = 1_000_002_770;
  #lastId = 35_000;

  constructor(clock: Clock, postman: Postman, options: FakeKycPortalOptions) {
    this.#clock = clock;
    this.#postman = postman;
    this.#buildMs = options.buildMs ?? 24_000;
  }

  /** Opens a case and starts its build: 0, 50, 53, 9, and 3 or 8. */
  open(wanted: NewCase): FakeCase {
    const made = this.#blank(wanted);
    this.tell(made, "CaseCreated");
    const stages: readonly (readonly [number, number])[] = [
      [0.1, 50],
      [0.4, 53],
      [0.8, 9],
    ];
    const fails = wanted.registered?.fails === true;
    for (const [share, statusId] of fails ? stages.slice(0, 2) : stages)
      this.#clock.after(this.#buildMs * share, () => (made.statusId = statusId));
    this.#clock.after(this.#buildMs, () => (fails ? this.#fail(made) : this.#finish(made, wanted)));
    return made;
  }

  /** The case of an id, of the kind that the path is for. */
  find(id: number, kind?: FakeCase["kind"]): FakeCase {
    const found = this.cases.get(id);
    if (found === undefined || (kind !== undefined && found.kind !== kind))
      return refuse(this.#clock, 404, "Case not found");
    return found;
  }

  step(id: number, stepId: number): FakeStep {
    const found = this.find(id).steps.find((one) => one.caseStepId === stepId);
    return found ?? refuse(this.#clock, 404, "Step not found");
  }

  details(one: FakeCase): { caseDetail: { caseReviewDate: null; details: Record<string, unknown> } } {
    return { caseDetail: { caseReviewDate: null, details: detailsOf(one, one.country, timeOf) } };
  }

  list(kind: FakeCase["kind"]): unknown[] {
    return [...this.cases.values()]
      .filter((one) => one.kind === kind)
      .map((one) => this.details(one).caseDetail.details);
  }

  /** Closes with the decision that the steps come to, or reopens. */
  setStatus(one: FakeCase, status: string): void {
    if (status === "Open") {
      one.status = "Open";
      one.decision = null;
      this.note(one, "Case reopened");
      this.tell(one, "CaseReopened");
      return;
    }
    if (one.statusId !== 3) refuse(this.#clock, 409, "The case is still being built");
    const failed = one.steps.some((step) => step.status === "Failed");
    one.status = "Closed";
    one.decision = failed || isAmlPositive(one) ? "Denied" : "Accepted";
    // A case with a failed step may get no review date.
    one.reviewAt = failed ? null : this.#clock.now() + fiveYears;
    this.note(one, "Case closed");
    this.tell(one, "CaseClosed", { caseDecision: one.decision });
  }

  addStep(
    one: FakeCase,
    group: string,
    name: string,
    rest: Partial<Pick<FakeStep, "isDeactivated" | "aml">> = {},
  ): number {
    const caseStepId = ++this.#lastId;
    one.steps.push({
      caseStepId,
      group,
      name,
      type: group,
      status: "NotReviewed",
      isDeactivated: false,
      notes: [],
      excluded: false,
      ...rest,
    });
    return caseStepId;
  }

  addDocument(one: FakeCase, group: string, category: string, name: string, bytes: Uint8Array, type: string): number {
    const id = ++this.#lastId;
    one.documents.push({ id, group, category, name, bytes, type });
    return id;
  }

  /** Puts an action on the audit trail. */
  note(one: FakeCase, action: string): void {
    one.audit.push({ action, userName: "api", date: timeOf(this.#clock.now()) });
  }

  /** Sends a webhook about a case. */
  tell(one: FakeCase, eventType: string, extra: Readonly<Record<string, unknown>> = {}): void {
    const caseType = one.kind === "company" ? 1 : 2;
    const message = `Case '${one.name}': ${eventType}`;
    this.#postman.send(eventType, one.id, { caseType, caseName: one.name, message, ...extra });
  }

  /** An id that nothing else has. */
  nextId(): number {
    return ++this.#lastId;
  }

  #blank(wanted: NewCase): FakeCase {
    const made: FakeCase = {
      id: ++this.#lastCase,
      kind: wanted.kind,
      name: wanted.name,
      country: wanted.country,
      number: wanted.number ?? "",
      person: wanted.person ?? {},
      createdAt: this.#clock.now(),
      statusId: 0,
      status: "Open",
      decision: null,
      readyAt: Number.POSITIVE_INFINITY,
      reviewAt: null,
      assignedTo: null,
      properties: new Map((wanted.properties ?? []).map(({ dataType, data }) => [dataType, data])),
      steps: [],
      documents: [],
      parties: [],
      alerts: [],
      audit: [],
      requests: [],
    };
    this.cases.set(made.id, made);
    this.note(made, "Case created");
    return made;
  }

  #fail(one: FakeCase): void {
    one.statusId = 8;
    this.note(one, "Build failed");
  }

  #finish(one: FakeCase, wanted: NewCase): void {
    if (one.kind === "company") this.#structure(one, wanted.registered?.amlMatch === true);
    else {
      this.addStep(one, "Identity", "Identity");
      this.addStep(one, "AML", "AML");
    }
    this.#ready(one);
  }

  #ready(one: FakeCase): void {
    one.statusId = 3;
    one.readyAt = this.#clock.now();
    this.note(one, "Case ready");
    this.tell(one, "CaseReady");
  }

  /** A director, an owner of 75 percent, and a company that holds the rest. */
  #structure(one: FakeCase, amlMatch: boolean): void {
    this.addStep(one, "Identity", "Company Identity");
    this.addStep(one, "Documents", "Certificate of Incorporation");
    for (const [category, name] of [
      ["NEWINC", "Certificate of Incorporation <26/01/2007>"],
      ["CS01", "Confirmation statement <18/08/2025>"],
      [`custom_${this.#clock.now()}`, "Articles of Association <26/01/2007>"],
    ] as const) {
      const group = category === "NEWINC" ? "Company Identity Documents" : "Other Company Documents";
      this.addDocument(one, group, category, name, makePdf(`${name}: ${one.name}`), "application/pdf");
    }
    this.#party(one, { name: "Jane Example", kind: "individual", role: "Director" });
    this.#party(one, { name: "John Sample", kind: "individual", role: "UltimateBeneficialOwner", percentage: 75 });
    this.#party(one, { name: "EXAMPLE MINORITY LIMITED", kind: "company", role: "Shareholder", percentage: 25 });
    if (!amlMatch) return;
    this.addStep(one, "AML", "John Sample", { aml: { category: "PEP", name: "John Sample" } });
    this.tell(one, "AmlMatch", { amlType: "PEP" });
  }

  #party(
    one: FakeCase,
    party: { name: string; kind: "individual" | "company"; role: string; percentage?: number },
  ): void {
    const [firstName = "", lastName = ""] = party.name.split(" ");
    const sub = this.#blank({
      kind: party.kind,
      name: party.name,
      country: one.country,
      person: party.kind === "individual" ? { firstName, lastName } : {},
    });
    this.addStep(sub, "Identity", party.kind === "individual" ? "Identity" : "Company Identity");
    sub.statusId = 3;
    sub.readyAt = this.#clock.now();
    const stepId = this.addStep(one, party.role, party.name, { isDeactivated: (party.percentage ?? 100) <= 25 });
    const kind = party.kind === "individual" ? "Individual" : "Company";
    const { name, role, percentage } = party;
    one.parties.push({
      caseCommonId: sub.id,
      name,
      kind,
      role,
      stepId,
      ...(percentage === undefined ? {} : { percentage }),
    });
  }
}
