import type { ArgosDay } from "./dates.js";
import type { RequestType } from "./submission.js";

/** Which submission to read. */
export interface GetSubmissionInput {
  /** Its id. */
  submission_id: string;
}

/** Whose submissions to read. */
export interface ListByUserIdInput {
  /** Your own id of the user, given when the liveform was opened. */
  userid: string;
  /** Items a page. */
  count?: number | undefined;
}

/** Whose submissions to read. */
export interface ListByEmailInput {
  /** Email address, exactly as it was given. */
  email: string;
  /** Items a page. */
  count?: number | undefined;
}

/** The submissions of which days to read. */
export interface ListByDateRangeInput {
  /** First day, inclusive and UTC by inference. */
  start_date: ArgosDay;
  /** Last day, inclusive and UTC by inference. */
  end_date: ArgosDay;
  /** Only this part of each; `kyc` keeps pages small. */
  request_type?: RequestType | undefined;
  /** Items a page. */
  count?: number | undefined;
}

/** Which part of which submissions to read. */
export interface ListPartsInput<Part extends RequestType> {
  /** The part. */
  request_type: Part;
  /** The one with this id. */
  submission_id?: string | undefined;
  /** Those with this id of yours. */
  userid?: string | undefined;
  /** Those with exactly this email address. */
  email?: string | undefined;
  /** First day. */
  start_date?: ArgosDay | undefined;
  /** Last day. */
  end_date?: ArgosDay | undefined;
  /** Items a page. */
  count?: number | undefined;
}
