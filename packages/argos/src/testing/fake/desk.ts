import { type Clock, FakeRefusal } from "@x/core/testing";
import type { CreateSubmissionInput } from "../../endpoints/submissions/createSubmission.js";
import type { SubmissionChanges } from "../../endpoints/submissions/updateSubmission.js";
import type { Submission } from "../../models/submission.js";
import type { Postman, Webhook } from "./postman.js";
import { hide, type Kept, type Shelf } from "./shelf.js";

/** Somebody who opens a liveform. */
export interface FakeApplicant {
  readonly userid?: string;
  readonly email?: string;
  readonly full_name?: string;
  readonly date_of_birth?: string;
  readonly nationality?: string;
  readonly gender?: "male" | "female";
  readonly cf1?: string;
  /** Fields that the project's projection hides. */
  readonly hidden?: readonly string[];
}

/** A face picture that nothing followed is rejected after a day. */
export const timeoutMs = 24 * 3600 * 1000;

/** The fake's desk: submissions move on, people decide, webhooks go out. */
export class Desk {
  readonly #clock: Clock;
  readonly #shelf: Shelf;
  readonly #postman: Postman;
  #lastId = 0;

  constructor(clock: Clock, shelf: Shelf, postman: Postman) {
    this.#clock = clock;
    this.#shelf = shelf;
    this.#postman = postman;
  }

  /** Somebody opens the liveform and sends a picture of the document. */
  open({ userid, email, cf1, hidden = [], ...person }: FakeApplicant): string {
    const record: Kept["record"] = {
      submission_id: `fake${(++this.#lastId).toString(36).padStart(9, "0")}`,
      created_at: this.#now(),
      email: email ?? "applicant@example.com",
      data: { ...person, ...(cf1 === undefined ? {} : { cf1 }), idType: "passport" },
      ...(userid === undefined ? {} : { userid }),
      kyc: { result: "incomplete", attempts: [] },
    };
    this.#shelf.put({ record, hidden });
    this.#tell(record, "created", { kyc_result: { status: "incomplete" } });
    return record.submission_id;
  }

  /** A step fails. The third time ends it. */
  retry(submission_id: string, retryCode: string): void {
    const record = this.find(submission_id, "incomplete");
    const attempts = (record.kyc?.attempts ?? []).concat({
      attemptCnt: (record.kyc?.attempts?.length ?? 0) + 1,
      retryCode: [retryCode],
    });
    record.kyc = { ...record.kyc, attempts };
    if (attempts.length >= 3) this.decide(submission_id, "rejected", ["too_many_retry"]);
    else this.#tell(record, "retry", { kyc_result: { status: "incomplete" }, retryCode, attempts: attempts.length });
  }

  /** The face picture comes. If nothing follows, it is rejected a day later; without one it stays incomplete for ever. */
  sendFace(submission_id: string): void {
    const record = this.find(submission_id, "incomplete");
    this.#clock.after(timeoutMs, () => {
      if (record.kyc?.result === "incomplete") this.decide(submission_id, "rejected", ["timeout"]);
    });
  }

  /** The automatic check leaves it to a person. */
  hold(submission_id: string): void {
    const record = this.find(submission_id, "incomplete");
    record.kyc = { ...record.kyc, result: "pending" };
    record.pending_at = this.#now();
    this.#tell(record, "submit", { created_at: record.created_at });
  }

  /** It is decided, at once or after review; an approval is screened next. */
  decide(
    submission_id: string,
    result: "approved" | "rejected",
    codes: readonly string[] = [],
    comment?: string,
  ): void {
    const record = this.find(submission_id);
    const now = this.#now();
    record.reviewer = record.pending_at === undefined ? "system" : "agent";
    record.kyc_result_at ??= now;
    record.updated_at = now;
    const why = { comment: codes.map((code) => comment ?? `Reason ${code}`), commentCode: [...codes] };
    record.kyc = { ...record.kyc, result, ...(result === "rejected" ? why : {}) };
    const { reviewer, kyc_result_at, created_at } = record;
    const told = { status: result, updated_at: now, created_at, kyc_result_at, reviewer };
    if (result === "rejected") {
      // Webhooks say in one text what reads say in a list.
      const texts = { comment: why.comment.join(", "), commentCode: why.commentCode.join(", ") };
      this.#tell(record, "rejected", { kyc_result: { ...told, ...texts } });
      return;
    }
    record.applicant_id = `person-${record.data?.full_name ?? submission_id}`.replace(/\W+/g, "-").toLowerCase();
    const { idType: _, cf1: __, ...person } = record.data ?? {};
    this.#tell(record, "approved", { kyc_result: told, ...person });
    this.#clock.after(1000, () => this.#screen(record));
  }

  /** Data are edited. */
  update(submission_id: string, admin: string, changes: SubmissionChanges): void {
    const record = this.find(submission_id);
    const { kycStatus, fullName, birthDate, issuingCountry, issueDate, expireDate, firstName, lastName, ...same } =
      changes;
    const renamed = {
      full_name: fullName,
      first_name: firstName,
      last_name: lastName,
      date_of_birth: birthDate,
      idcard_issuingCountry: issuingCountry,
      idcard_issueDate: issueDate,
      idcard_expireDate: expireDate,
    };
    const defined = Object.entries({ ...same, ...renamed }).filter(([, value]) => value !== undefined);
    record.data = { ...record.data, ...Object.fromEntries(defined) };
    if (kycStatus !== undefined) record.kyc = { ...record.kyc, result: kycStatus };
    record.updated_at = this.#now();
    const data = { update: Object.keys(changes), kyc_result: record.kyc?.result ?? "" };
    this.#tell(record, "updated", { data, admin, update_time: record.updated_at });
  }

  /** The person goes; id, time, type and state stay. */
  delete(submission_id: string, admin_name: string | undefined): void {
    const record = this.find(submission_id);
    if (record.data === undefined)
      throw new FakeRefusal(400, { message: "not Exist Submission Data", statusCode: 400 });
    const result = record.kyc?.result;
    for (const name of Object.keys(record))
      if (name !== "submission_id" && name !== "created_at")
        delete (record as unknown as Record<string, unknown>)[name];
    record.kyc = result === undefined ? {} : { result };
    if (admin_name === undefined) return;
    const webhook: Webhook & { delete_time: string } = {
      webhook_trigger: "delete",
      submission_id,
      delete_time: this.#now(),
    };
    this.#postman.send(webhook);
  }

  /** A finished record is inserted. */
  insert(input: CreateSubmissionInput): string {
    const { email, fullName, birthDate, idType, issuingCountry, kycStatus, userid } = input;
    const record: Kept["record"] = {
      submission_id: `fake${(++this.#lastId).toString(36).padStart(9, "0")}`,
      created_at: this.#now(),
      email,
      data: { full_name: fullName, date_of_birth: birthDate, idType, idcard_issuingCountry: issuingCountry },
      ...(userid === undefined ? {} : { userid }),
      kyc: { result: kycStatus },
    };
    this.#shelf.put({ record, hidden: [] });
    return record.submission_id;
  }

  /** A record, which must be in a state. */
  find(submission_id: string, state?: string): Kept["record"] {
    const record = this.#shelf.get(submission_id)?.record;
    if (record === undefined) throw new FakeRefusal(400, { message: "not Exist Submission ID", statusCode: 400 });
    if (state !== undefined && record.kyc?.result !== state)
      throw new FakeRefusal(400, { message: `Only submissions in ${state} status can be reviewed` });
    return record;
  }

  #screen(record: Submission): void {
    if (record.kyc?.result !== "approved") return;
    const flagged = /SANCTIONED/i.test(record.data?.full_name ?? "");
    const summary = flagged ? "HIGH" : "Not Screened";
    const currentstatus = flagged ? "Red Flag" : "Not Screened";
    const match = { risk_level: "HIGH", resource_id: `report-${record.submission_id}`, score: 97 };
    record.aml = { raw_data: {}, risk_level_summary: summary, currentstatus, ...(flagged ? { matches: [match] } : {}) };
    this.#tell(record, "aml", { aml_result: { currentstatus, risk_level_summary: summary } });
  }

  #tell(record: Submission, webhook_trigger: string, more: object): void {
    const { submission_id, email, userid, applicant_id } = record;
    const hidden = this.#shelf.get(submission_id)?.hidden ?? [];
    const common = {
      email,
      userid,
      applicant_id,
      cf: record.data?.cf1 === undefined ? undefined : { cf1: record.data.cf1 },
    };
    const webhook: Webhook = { ...common, ...more, webhook_trigger, submission_id };
    this.#postman.send(hide(structuredClone(webhook), hidden));
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}
