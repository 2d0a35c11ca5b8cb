import { type FileAnswer, type Paged, type RequestOptions, Resource } from "@x/core";
import {
  type CreatedSubmission,
  createSubmission,
  type CreateSubmissionInput,
} from "../endpoints/submissions/createSubmission.js";
import { deleteSubmission, type DeleteSubmissionInput } from "../endpoints/submissions/deleteSubmission.js";
import {
  deleteSubmissionFields,
  type DeleteSubmissionFieldsInput,
} from "../endpoints/submissions/deleteSubmissionFields.js";
import { getImage, type GetImageInput } from "../endpoints/submissions/getImage.js";
import {
  type ApplicantSubmission,
  listApplicantSubmissions,
  type ListApplicantSubmissionsInput,
} from "../endpoints/submissions/listApplicantSubmissions.js";
import {
  listSubmissions,
  type ListSubmissionsInput,
  type SubmissionPage,
  submissionPages,
} from "../endpoints/submissions/listSubmissions.js";
import { putImage, type PutImageInput } from "../endpoints/submissions/putImage.js";
import {
  type ReviewedSubmission,
  reviewSubmission,
  type ReviewSubmissionInput,
} from "../endpoints/submissions/reviewSubmission.js";
import { updateSubmission, type UpdateSubmissionInput } from "../endpoints/submissions/updateSubmission.js";
import { firstItem } from "../helpers/firstItem.js";
import type {
  GetSubmissionInput,
  ListByDateRangeInput,
  ListByEmailInput,
  ListByUserIdInput,
  ListPartsInput,
} from "../models/reads.js";
import type { ChangeReceipt } from "../models/receipts.js";
import type { RequestType, Submission, SubmissionParts } from "../models/submission.js";

/** Submissions: one for each time that a person goes through a liveform. */
export class Submissions extends Resource {
  /**
   * Reads one submission in full.
   *
   * @param input - Which one.
   * @param options - Choices for this call alone.
   * @returns The submission; null when there is none.
   * @throws {@link ApiError} 403 when the key is wrong, or this address is not on the project's list.
   *
   * @example
   * const submission = await argos.submissions.get({ submission_id: "6xx28lo115832" });
   */
  async get(input: GetSubmissionInput, options?: RequestOptions): Promise<Submission | null> {
    return firstItem(await this.transport.request(listSubmissions, { ...input }, options));
  }

  /**
   * Reads one page of submissions.
   *
   * @param input - Which ones; with nothing given all of the project's.
   * @param options - Choices for this call alone.
   * @returns The page. Only a missing `nextpageKey` makes it the last.
   * @throws {@link ApiError} when ARGOS refuses.
   *
   * @example
   * const { Items = [] } = await argos.submissions.list({ email: "applicant@example.com" });
   */
  async list(input: ListSubmissionsInput = {}, options?: RequestOptions): Promise<SubmissionPage> {
    return await this.transport.request(listSubmissions, input, options);
  }

  /**
   * Reads submissions page by page, as far as it is asked for. The project's whole list is long.
   *
   * @param input - Which ones, from which page.
   * @param options - Choices for each page's call.
   * @returns Submissions for `for await`, or `.pages()`, or `.toArray({ limit })`.
   * @throws {@link ApiError} while it is read, when ARGOS refuses a page.
   *
   * @example
   * for await (const { submission_id } of argos.submissions.listAll()) console.log(submission_id);
   */
  listAll(input: ListSubmissionsInput = {}, options?: RequestOptions): Paged<Submission> {
    return this.transport.pages(listSubmissions, input, submissionPages, options);
  }

  /**
   * Reads every submission of one of your users. Several are normal: see `pickApproved`.
   *
   * @param input - Your own id of the user.
   * @param options - Choices for each page's call.
   * @returns Submissions for `for await`, or `.pages()`, or `.toArray({ limit })`.
   * @throws {@link ApiError} while it is read, when ARGOS refuses a page.
   *
   * @example
   * const all = await argos.submissions.listByUserId({ userid: "user-7" }).toArray({ limit: 100 });
   */
  listByUserId(input: ListByUserIdInput, options?: RequestOptions): Paged<Submission> {
    return this.transport.pages(listSubmissions, { ...input }, submissionPages, options);
  }

  /**
   * Reads every submission with one email address. Several are normal: see `pickApproved`.
   *
   * @param input - The address, exactly as it was given.
   * @param options - Choices for each page's call.
   * @returns Submissions for `for await`, or `.pages()`, or `.toArray({ limit })`.
   * @throws {@link ApiError} while it is read, when ARGOS refuses a page.
   *
   * @example
   * const all = await argos.submissions.listByEmail({ email: "applicant@example.com" }).toArray({ limit: 100 });
   */
  listByEmail(input: ListByEmailInput, options?: RequestOptions): Paged<Submission> {
    return this.transport.pages(listSubmissions, { ...input }, submissionPages, options);
  }

  /**
   * Reads the submissions of some days.
   *
   * @param input - First and last day, as `Date`, `YYYY-MM-DD` or `YYYYMMDD`; both included and in UTC by inference.
   * @param options - Choices for each page's call.
   * @returns Submissions for `for await`, or `.pages()`, or `.toArray({ limit })`.
   * @throws {@link ApiError} while it is read, when ARGOS refuses a page.
   *
   * @example
   * const days = { start_date: "2026-01-01", end_date: new Date() };
   * for await (const { submission_id } of argos.submissions.listByDateRange(days)) console.log(submission_id);
   */
  listByDateRange(input: ListByDateRangeInput, options?: RequestOptions): Paged<Submission> {
    return this.transport.pages(listSubmissions, { ...input }, submissionPages, options);
  }

  /**
   * Reads one part of submissions: less to send, and less of persons to hold.
   *
   * @param input - The part, and which submissions.
   * @param options - Choices for each page's call.
   * @returns Parts, typed by the part asked for.
   * @throws {@link ApiError} while it is read, when ARGOS refuses a page.
   *
   * @example
   * for await (const { kyc } of argos.submissions.listParts({ request_type: "kyc" })) console.log(kyc?.result);
   */
  listParts<Part extends RequestType>(
    input: ListPartsInput<Part>,
    options?: RequestOptions,
  ): Paged<SubmissionParts[Part]> {
    return this.transport.pages(listSubmissions, input, submissionPages, options);
  }

  /**
   * Finds the submissions of the same person, by name, birth date, nationality, gender and face.
   *
   * @param input - `applicant_id` of an approved submission.
   * @param options - Choices for this call alone.
   * @returns Ids and email addresses; one alone when there is no duplicate.
   * @throws {@link ApiError} when ARGOS refuses.
   *
   * @example
   * const same = await argos.submissions.listApplicant({ applicant_id: "a1b2c3" });
   */
  async listApplicant(input: ListApplicantSubmissionsInput, options?: RequestOptions): Promise<ApplicantSubmission[]> {
    return await this.transport.request(listApplicantSubmissions, input, options);
  }

  /**
   * Inserts a finished submission without verification. May be billed; the request is sent once.
   *
   * @param input - Person, document and decision.
   * @param options - Choices for this call alone.
   * @returns Its id.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` looks by `userid` and email address.
   *
   * @example
   * await argos.submissions.create({
   *   admin: "admin@example.com", email: "applicant@example.com", fullName: "Hong Gildong", birthDate: "1990-01-31",
   *   kycStatus: "approved", idType: "passport", issuingCountry: "KOR", userid: "user-7",
   * });
   */
  async create(input: CreateSubmissionInput, options?: RequestOptions): Promise<CreatedSubmission> {
    return await this.transport.request(createSubmission, input, options);
  }

  /**
   * Changes data or the decision of a submission. It cannot be undone, and fires an `updated` webhook.
   *
   * @param input - Submission, administrator and changes.
   * @param options - Choices for this call alone.
   * @returns That it was done.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` compares with the record.
   *
   * @example
   * await argos.submissions.update({ submissionId: "6xx28lo115832", admin: "admin@example.com", data: { kycStatus: "rejected" } });
   */
  async update(input: UpdateSubmissionInput, options?: RequestOptions): Promise<ChangeReceipt> {
    return await this.transport.request(updateSubmission, input, options);
  }

  /**
   * Deletes the person of a submission for ever. It stays listed, and it stays billed.
   *
   * @param input - Submission, and who deletes it: without a name no `delete` webhook is sent.
   * @param options - Choices for this call alone.
   * @returns That it was done.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` looks whether the person is gone.
   *
   * @example
   * await argos.submissions.delete({ submission_id: "6xx28lo115832", admin_name: "Compliance" });
   */
  async delete(input: DeleteSubmissionInput, options?: RequestOptions): Promise<ChangeReceipt> {
    return await this.transport.request(deleteSubmission, input, options);
  }

  /**
   * Deletes parts of a submission for ever. Duplicates are no longer found by what is deleted.
   *
   * @param input - Submission and fields.
   * @param options - Choices for this call alone.
   * @returns That it was done.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` looks whether they are gone.
   *
   * @example
   * await argos.submissions.deleteFields({ submission_id: "6xx28lo115832", fields: ["selfie_image", "ocr"] });
   */
  async deleteFields(input: DeleteSubmissionFieldsInput, options?: RequestOptions): Promise<ChangeReceipt> {
    return await this.transport.request(deleteSubmissionFields, input, options);
  }

  /**
   * Decides a pending submission, where the project leaves that to you.
   *
   * @param input - Submission, administrator and decision.
   * @param options - Choices for this call alone.
   * @returns The decision on record.
   * @throws {@link ApiError} 400 when it is not pending.
   * @throws {@link OutcomeUnknownError} when the answer was lost; `reconcile()` reads the decision.
   *
   * @example
   * await argos.submissions.review({ submissionId: "6xx28lo115832", admin: "admin@example.com", status: "approved" });
   */
  async review(input: ReviewSubmissionInput, options?: RequestOptions): Promise<ReviewedSubmission> {
    return await this.transport.request(reviewSubmission, input, options);
  }

  /**
   * Reads one picture of a submission.
   *
   * @param input - Submission and which picture.
   * @param options - Choices for this call alone.
   * @returns Its bytes and format.
   * @throws {@link ApiError} when it has no such picture.
   *
   * @example
   * const { bytes } = await argos.submissions.getImage({ submission_id: "6xx28lo115832", type: "selfieImage" });
   */
  async getImage(input: GetImageInput, options?: RequestOptions): Promise<FileAnswer> {
    return await this.transport.request(getImage, input, options);
  }

  /**
   * Puts pictures in place of a submission's own.
   *
   * @param input - Submission, administrator and pictures.
   * @param options - Choices for this call alone.
   * @returns That it was done.
   * @throws {@link ApiError} 400 when a picture cannot be read.
   *
   * @example
   * await argos.submissions.putImage({ submissionId: "6xx28lo115832", admin: "admin@example.com", selfieImage: bytes });
   */
  async putImage(input: PutImageInput, options?: RequestOptions): Promise<ChangeReceipt> {
    return await this.transport.request(putImage, input, options);
  }
}
