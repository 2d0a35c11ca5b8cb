import { describe, expect, test } from "vitest";
import { isOutcomeUnknown } from "../src/index.js";
import { fixtures } from "../src/testing/index.js";
import { connect, failureOf, type Seen } from "./support.js";

const { input } = fixtures.createSubmission;
const kept = (submission_id: string): object => ({
  submission_id,
  created_at: new Date(Date.now() + 1000).toISOString(),
  email: input.email,
  userid: input.userid,
});

/** Creates a submission whose answer is lost, and looks it up once; pages are what the vendor lists. */
async function lookUp(...pages: readonly (readonly object[])[]): Promise<unknown> {
  const answer = ({ method, target }: Seen): unknown => {
    if (method === "POST") return new Response(null, { status: 504 });
    const at = Number(new URL(target, "https://x.test").searchParams.get("nextpage_id") ?? 0);
    const more = at + 1 < pages.length ? { nextpageKey: { id: `${at + 1}`, created_at: "2026-01-01" } } : {};
    return { Items: pages[at] ?? [], ...more };
  };
  const error = await failureOf(connect(answer).client.submissions.create(input));
  if (!isOutcomeUnknown(error)) throw error;
  return await error.reconcile({ settleMs: 0 }).catch((failure: unknown) => failure);
}

describe("a lost submission", () => {
  test("is one and the same when it stands on two pages", async () => {
    const found = await lookUp([kept("6xx28lo115832")], [kept("6xx28lo115832")]);
    expect(found).toEqual({ status: "created", value: { submissionId: "6xx28lo115832" } });
  });

  test("is left to a person when two fit", async () => {
    const found = await lookUp([kept("6xx28lo115832")], [kept("6xx28lo115833")]);
    expect(found).toMatchObject({ code: "duplicate_detected", ids: ["6xx28lo115832", "6xx28lo115833"] });
  });
});
