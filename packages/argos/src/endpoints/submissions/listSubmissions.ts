import { byCursor, defineEndpoint, type Encode, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { type ArgosDay, day, dayDigits } from "../../models/dates.js";
import { email, text } from "../../models/formats.js";
import { rule } from "../../models/rules.js";
import { type RequestType, type Submission, submissionDecisions, submissionSchema } from "../../models/submission.js";

/** Which submissions to read. With nothing given: all of the project's. */
export interface ListSubmissionsInput {
  /** The one with this id. */
  submission_id?: string | undefined;
  /** Those with this id of yours. The vendor knows this spelling only. */
  userid?: string | undefined;
  /** Those with exactly this email address; several are normal. */
  email?: string | undefined;
  /** First day, inclusive and UTC by inference. */
  start_date?: ArgosDay | undefined;
  /** Last day, inclusive and UTC by inference. */
  end_date?: ArgosDay | undefined;
  /** Only this part of each. */
  request_type?: RequestType | undefined;
  /** Items a page. The vendor's default is 50; its older documents name 2,000 as the most. */
  count?: number | undefined;
  /** `nextpageKey.id` of the page before, as it came. Goes with `nextpage_date`. */
  nextpage_id?: string | undefined;
  /** `nextpageKey.created_at` of the page before, as it came. Goes with `nextpage_id`. */
  nextpage_date?: string | undefined;
}

/** What names the next page. */
export interface NextPageKey {
  /** Id of the last submission read. */
  id: string;
  /** Its time, to be given back byte for byte. */
  created_at: string;
}

/** One page of submissions. It may be short or empty and still not the last. */
export interface SubmissionPage {
  /** Submissions of this page; absent when there are none. */
  Items?: Submission[] | undefined;
  /** Where the next page begins; absent on the last. */
  nextpageKey?: NextPageKey | undefined;
}

const dayOf: Encode = async (value: ArgosDay) => ({ value: dayDigits(value) });

/** `GET /submission` */
export const listSubmissions = defineEndpoint<ListSubmissionsInput, SubmissionPage>({
  name: "listSubmissions",
  method: "GET",
  path: "/submission",
  input: schemaFor<ListSubmissionsInput>()(() =>
    z
      .strictObject({
        submission_id: z.optional(text()),
        userid: z.optional(text()),
        email: z.optional(email()),
        start_date: z.optional(day()),
        end_date: z.optional(day()),
        request_type: z.optional(z.enum(["kyc", "aml", "data", "others"])),
        count: z.optional(z.int().check(z.minimum(1))),
        nextpage_id: z.optional(text()),
        nextpage_date: z.optional(text()),
      })
      .check(
        rule(
          (input) => (input.nextpage_id === undefined) === (input.nextpage_date === undefined),
          "nextpage_id",
          "nextpage_id and nextpage_date together",
        ),
        rule(
          ({ start_date, end_date }) => !((dayDigits(start_date) ?? "") > (dayDigits(end_date) ?? "9")),
          "end_date",
          "a day that is not before start_date",
        ),
      ),
  ),
  output: schemaFor<SubmissionPage>()(() =>
    z
      .strictObject({
        Items: z.optional(z.array(submissionSchema)),
        nextpageKey: z.optional(z.strictObject({ id: z.string(), created_at: z.string() })),
      })
      .check(
        // Finding nothing may be answered with nothing, but not with something else.
        z.check<SubmissionPage>(({ value, issues }) => {
          if (value.Items === undefined && value.nextpageKey === undefined && issues.length > 0)
            issues.push({ code: "custom", input: value, path: [] });
        }),
      ),
  ),
  errors: {
    400: "A parameter is missing or wrong.",
    403: "The key is missing or wrong.",
    413: "The request is larger than the vendor takes.",
  },
  effect: "read",
  cost: "free",
  encode: { start_date: dayOf, end_date: dayOf },
  decisive: submissionDecisions,
});

/** How a list goes on: by both parts of the key, as they came, until a page names none. */
export const submissionPages = byCursor<ListSubmissionsInput, SubmissionPage, Submission>(
  (page) => page.Items ?? [],
  ({ nextpageKey: key }) => (key === undefined ? undefined : { nextpage_id: key.id, nextpage_date: key.created_at }),
  ["nextpage_id", "nextpage_date"],
);
