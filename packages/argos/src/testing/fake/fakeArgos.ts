import { schemaFor } from "@x/core";
import {
  type BilledWork,
  type Clock,
  type DrivableFake,
  type FakeFault,
  FakeRefusal,
  type FakeRequest,
  type FakeSubject,
  FakeVendor,
  type PlannedFault,
  realClock,
} from "@x/core/testing";
import * as z from "zod/mini";
import { argosCipher } from "../../ciphers/argosCipher.js";
import type { ArgosCipher, CipherScheme } from "../../ciphers/types.js";
import * as endpoints from "../../endpoints/index.js";
import type { CreateSubmissionInput } from "../../endpoints/submissions/createSubmission.js";
import type { ListSubmissionsInput } from "../../endpoints/submissions/listSubmissions.js";
import type { ReviewSubmissionInput } from "../../endpoints/submissions/reviewSubmission.js";
import type { UpdateSubmissionInput } from "../../endpoints/submissions/updateSubmission.js";
import type { CreateProjectionInput } from "../../endpoints/projections/createProjection.js";
import type { Projection } from "../../models/projection.js";
import type { Submission } from "../../models/submission.js";
import { pdfBytes, pngBytes } from "../fixtures/pictures.js";
import { Desk, type FakeApplicant } from "./desk.js";
import { gateway } from "./gateway.js";
import { Postman, type SentWebhook, type WebhookFault } from "./postman.js";
import { Shelf } from "./shelf.js";
import { actOn, subjectsOf } from "./subjects.js";

/** How a fake ARGOS behaves. */
export interface FakeArgosOptions {
  /** Key that it accepts. Default `fake-argos-key-0123456789abcdefghijklmnop`. */
  readonly apiKey?: string;
  /** Its time. Default the real one. */
  readonly clock?: Clock;
  /** The project's Secure Data Transmission. Default off. */
  readonly encryption?: boolean | ArgosCipher | CipherScheme;
  /** The project's webhook URL; without one nothing is sent. */
  readonly webhookUrl?: string;
  /** Sends a webhook and returns the status of the answer. Default POST by the runtime's fetch. */
  readonly deliver?: (url: string, body: string) => Promise<number>;
}

/** The key that a fake accepts unless told otherwise. */
export const fakeArgosKey = "fake-argos-key-0123456789abcdefghijklmnop";

/** Tokens on one page of a list. */
const tokensPerPage = 10_000;

interface PartialDeletion {
  submission_id: string;
  fields: string;
  data_fields?: string | undefined;
}

/** The wire carries lists with commas. */
const onTheWire = schemaFor<PartialDeletion>()(() =>
  z.strictObject({ submission_id: z.string(), fields: z.string(), data_fields: z.optional(z.string()) }),
);

/**
 * ARGOS in memory: submissions move on, pages come short and empty, webhooks are sent, faults happen when told to.
 *
 * Use {@link FakeArgos.fetch} as a client's `fetch`, {@link FakeArgos.answer} behind msw or a server.
 */
export class FakeArgos implements DrivableFake {
  /** Submissions begin at a liveform, not by a request of yours. */
  readonly beginnings: readonly string[] = ["submission", "submission of somebody on a list"];
  /** Answers one request. */
  readonly answer: (request: Request) => Promise<Response>;
  /** The same as a `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** The same for a caller with `encryption: true`, whatever the project's setting is. */
  readonly answerEncrypted: (request: Request) => Promise<Response>;
  /** The project's cipher; undefined when it is off. */
  readonly cipher: ArgosCipher | undefined;
  readonly #vendor: FakeVendor;
  readonly #postman: Postman;
  readonly #shelf = new Shelf();
  readonly #desk: Desk;
  /** Requests that travel encrypted although the project's setting is off. */
  readonly #sealed = new WeakSet<Request>();
  readonly #tokens = new Map<string, string>();
  readonly #projections: Projection[] = [];
  #allowed = true;

  constructor(options: FakeArgosOptions = {}) {
    const { clock = realClock, apiKey = fakeArgosKey, webhookUrl, deliver } = options;
    this.cipher = cipherOf(options.encryption, apiKey);
    this.#postman = new Postman(clock, { webhookUrl, deliver, cipher: this.cipher });
    this.#desk = new Desk(clock, this.#shelf, this.#postman);
    const contracts = {
      ...endpoints,
      deleteSubmissionFields: { ...endpoints.deleteSubmissionFields, input: onTheWire },
    };
    this.#vendor = new FakeVendor({
      endpoints: contracts as unknown as ConstructorParameters<typeof FakeVendor>[0]["endpoints"],
      clock,
      authorized: () => true,
      gateway: gateway({
        apiKey,
        cipherOf: (request) => (this.#sealed.has(request) ? argosCipher(apiKey) : this.cipher),
        isAllowed: () => this.#allowed,
      }),
      refusalBody: (_, message) => ({ message }),
      work: this.#work(),
    });
    this.answer = this.#vendor.answer;
    this.answerEncrypted = async (request) => {
      this.#sealed.add(request);
      return await this.#vendor.answer(request);
    };
    this.fetch = this.#vendor.fetch;
  }

  /** Requests that came, in order. */
  get requests(): readonly FakeRequest[] {
    return this.#vendor.requests;
  }

  /** What was done and costs money: the invoice. */
  get billed(): readonly BilledWork[] {
    return this.#vendor.billed;
  }

  /** Webhooks that were sent or lost. */
  get webhooks(): readonly SentWebhook[] {
    return this.#postman.sent;
  }

  /** Every submission as it is kept, hidden fields included. */
  get submissions(): readonly Submission[] {
    return this.#shelf.all.map(({ record }) => record);
  }

  /** Every submission and where it stands, oldest first. */
  get subjects(): readonly FakeSubject[] {
    return subjectsOf(this.#desk, this.submissions);
  }

  /** Faults that are planned and have not happened. */
  get plannedFaults(): readonly PlannedFault[] {
    return this.#vendor.planned;
  }

  /** Makes one of a subject's actions happen, as an applicant or a reviewer does. */
  act(subject: string, action: string): void {
    actOn(this.#desk, this.submissions, subject, action);
  }

  /** Somebody opens the liveform. Returns the subject. */
  begin(beginning: string): string {
    if (!this.beginnings.includes(beginning)) throw new TypeError("ARGOS begins submissions only.");
    const isListed = beginning !== "submission";
    const number = this.submissions.length + 1;
    const full_name = isListed ? "Sanctioned Example" : "Jane Example";
    return `submission:${this.open({ userid: `user-${number}`, full_name, date_of_birth: "1990-06-21" })}`;
  }

  /** Takes back every planned fault. */
  forgive(): void {
    this.#vendor.forgive();
  }

  /** Makes the next calls of an operation go wrong; `*` is any. */
  fail(operation: keyof typeof endpoints | "*", fault: FakeFault, times: number = 1): void {
    this.#vendor.fail(operation, fault, times);
  }

  /** Makes the next webhooks go wrong. */
  failWebhooks(fault: WebhookFault, times: number = 1): void {
    this.#postman.fail(fault, times);
  }

  /** Takes the callers' address off the project's list, or puts it back. */
  allow(isAllowed: boolean): void {
    this.#allowed = isAllowed;
  }

  /** Somebody opens the liveform and sends a picture of the document. Returns the id of the submission. */
  open(applicant: FakeApplicant = {}): string {
    this.#vendor.bill("submission");
    return this.#desk.open(applicant);
  }

  /** A step fails; the third time rejects the submission. */
  retry(submission_id: string, retryCode: string = "liveness_error"): void {
    this.#desk.retry(submission_id, retryCode);
  }

  /** The face picture comes; if nothing follows, the submission is rejected after 24 hours. */
  sendFace(submission_id: string): void {
    this.#desk.sendFace(submission_id);
  }

  /** The automatic check leaves the submission to a person. */
  hold(submission_id: string): void {
    this.#desk.hold(submission_id);
  }

  /** The submission is decided. */
  decide(submission_id: string, result: "approved" | "rejected", ...codes: readonly string[]): void {
    this.#desk.decide(submission_id, result, codes);
  }

  /** Puts a record on the shelf as it is, without a webhook. */
  put(record: Submission & { created_at: string }, hidden: readonly string[] = []): void {
    this.#shelf.put({ record, hidden });
  }

  /** Waits until every webhook under way has been answered. */
  async idle(): Promise<void> {
    await this.#postman.idle();
  }

  #work(): Record<keyof typeof endpoints, (input: never) => unknown> {
    return {
      listSubmissions: (input: ListSubmissionsInput) => this.#shelf.list(input),
      listApplicantSubmissions: ({ applicant_id }: { applicant_id: string }) =>
        this.submissions
          .filter((one) => one.applicant_id === applicant_id)
          .map(({ submission_id, email }) => ({ submission_id, email })),
      createSubmission: (input: CreateSubmissionInput) => {
        this.#vendor.bill("submission");
        return { submissionId: this.#desk.insert(input) };
      },
      updateSubmission: ({ submissionId, admin, data }: UpdateSubmissionInput) => {
        this.#desk.update(submissionId, admin, data);
        return { message: "Data Processing Success." };
      },
      deleteSubmission: (input: { submission_id: string; admin_name?: string }) => {
        this.#desk.delete(input.submission_id, input.admin_name);
        const content = `Submission ${input.submission_id} deleted successfully.`;
        return { message: "success", content, statusCode: 200 };
      },
      deleteSubmissionFields: ({ submission_id, fields, data_fields }: PartialDeletion) => {
        const record = this.#desk.find(submission_id) as unknown as Record<string, unknown>;
        for (const field of fields.split(",")) if (field !== "data" || data_fields === undefined) delete record[field];
        for (const field of data_fields?.split(",") ?? [])
          delete (record["data"] as Record<string, unknown> | undefined)?.[field];
        return { message: "success" };
      },
      reviewSubmission: ({ submissionId, status, rejectComment }: ReviewSubmissionInput) => {
        this.#desk.find(submissionId, "pending");
        this.#desk.decide(submissionId, status, status === "rejected" ? ["other"] : [], rejectComment);
        return { submissionId, message: "Success to review submission.", finalStatus: status };
      },
      getImage: ({ submission_id }: { submission_id: string }) => {
        this.#desk.find(submission_id);
        return new Response(pngBytes, { headers: { "content-type": "image/png" } });
      },
      putImage: ({ submissionId }: { submissionId: string }) => {
        this.#desk.find(submissionId);
        return { message: "complete to update image." };
      },
      getAmlReport: ({ resourceId }: { resourceId: string }) => {
        const known = this.submissions.some(({ aml }) => aml?.matches?.some((one) => one.resource_id === resourceId));
        if (!known) throw new FakeRefusal(400, { message: "no such report" });
        return new Response(pdfBytes, { headers: { "content-type": "application/pdf" } });
      },
      monitorSubmissions: ({ submissionIds }: { submissionIds: string[] }) => {
        const isApproved = (id: string): boolean => this.#shelf.get(id)?.record.kyc?.result === "approved";
        const done = submissionIds.filter(isApproved);
        const failed = submissionIds.filter((id) => !isApproved(id));
        return {
          success: failed.length === 0,
          successCount: done.length,
          failedCount: failed.length,
          successResults: done.map((id) => ({ submissionId: id, recordIds: [`record-${id}`], status: "screening" })),
          failedResults: failed.map((id) => ({ submissionId: id, error: "not approved" })),
        };
      },
      getMonitorRecord: ({ recordId }: { recordId: string }) => {
        const record = this.#desk.find(recordId.replace(/^record-/, ""));
        const counts = { openCount: 0, falsePositiveCount: 0, truePositiveCount: 0, discardedCount: 0 };
        return { id: recordId, submissionId: record.submission_id, status: "screenedNoMatches", ...counts };
      },
      addTokens: ({ tokenId }: { tokenId: string[] }) => {
        for (const id of tokenId) this.#tokens.set(id, new Date(this.#vendor.clock.now()).toISOString());
        const counts = { totalSubmitted: tokenId.length, processed: tokenId.length, failed: 0 };
        return { success: true, message: "success", summary: { ...counts, currentCount: this.#tokens.size } };
      },
      deleteTokens: ({ tokenId }: { tokenId: string[] }) => {
        for (const id of tokenId) this.#tokens.delete(id);
        return { success: true, message: "success" };
      },
      listTokens: ({ nextPageKeyId }: { nextPageKeyId?: string }) => {
        const all = [...this.#tokens].map(([tokenId, updateTime]) => ({ tokenId, updateTime }));
        const from = all.findIndex(({ tokenId }) => tokenId === nextPageKeyId) + 1;
        const items = all.slice(from, from + tokensPerPage);
        const last = from + items.length < all.length ? items.at(-1) : undefined;
        const key = last && { nextPageKeyId: last.tokenId, nextPageKeyTime: last.updateTime };
        return { success: true, data: items, ...key };
      },
      countTokens: () => ({ success: true, count: this.#tokens.size }),
      createProjection: ({ name, mode, fields }: CreateProjectionInput) => {
        if (this.#projections.length >= 10) throw new FakeRefusal(409, { message: "too many projections" });
        const projection_id = `projection${this.#projections.length + 1}`;
        const created_at = new Date(this.#vendor.clock.now()).toISOString();
        this.#projections.push({ projection_id, name, mode, fields, created_at });
        return { projection_id, name, message: "success" };
      },
      listProjections: () => ({ items: this.#projections, message: "success" }),
      getToken: ({ tokenId }: { tokenId: string }) => {
        const updateTime = this.#tokens.get(tokenId);
        if (updateTime === undefined)
          throw new FakeRefusal(400, { errorCode: "token_not_found", errorMessage: "Token not found." });
        return { success: true, tokenId, data: { tokenId, updateTime } };
      },
    };
  }
}

function cipherOf(encryption: FakeArgosOptions["encryption"], apiKey: string): ArgosCipher | undefined {
  if (encryption === undefined || encryption === false) return undefined;
  if (encryption === true) return argosCipher(apiKey);
  return "encrypt" in encryption ? encryption : argosCipher(apiKey, encryption);
}
