import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type CreateCompanyInput, isInputError, type KycPortalClient, type ReviewDate } from "../src/index.js";
import { connect, failureOf } from "./support.js";

/** What a call is refused with; fails when anything was sent. */
async function issuesOf(call: (client: KycPortalClient) => Promise<unknown>): Promise<unknown> {
  const { client, seen } = connect(() => ({}));
  const error = await failureOf(call(client));
  expect(seen).toEqual([]);
  return isInputError(error) ? error.issues : error;
}

/** A value that the types do not let through. */
const wrong = <T>(value: unknown): T => value as T;

const pdf = new TextEncoder().encode("%PDF-1.4\n");
const company: CreateCompanyInput = { rawname: "Example Limited", codeiso31662: "GB" };

describe("a review date", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 9), toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ["in the past", "19/11/2026"],
    ["in ISO form", "2027-12-31"],
    ["that no calendar has", "31/02/2027"],
    ["as the Americans write it", "12/31/2027"],
    ["of one digit", "1/1/2027"],
    ["as a phrase that is none", "in a while"],
    ["as a phrase in other capitals", "review now"],
    ["empty", ""],
    ["as a Date", new Date()],
    ["missing", undefined],
  ])("%s is refused", async (_name, value) => {
    const reviewDate = wrong<ReviewDate>(value);
    const expected = expect.stringContaining("a day from today on as DD/MM/YYYY") as string;
    for (const kind of ["companies", "individuals"] as const)
      expect(
        await issuesOf((client) => client[kind].monitoring.setReviewDate({ caseCommonId: 1, reviewDate })),
      ).toEqual([{ path: "reviewDate", code: "invalid", expected }]);
  });

  test.each<ReviewDate>(["21/11/2026", "29/02/2028", "Do not review", "3 months", "10 years", null])(
    "%s goes out as it is",
    async (reviewDate) => {
      const { client, seen } = connect(() => ({ reviewDate: null }));
      await client.companies.monitoring.setReviewDate({ caseCommonId: 1, reviewDate });
      expect(seen).toEqual([{ method: "PUT", target: "/v2/Companies/1/review-date", body: { reviewDate } }]);
    },
  );

  test("of yesterday is let through while the day still lasts somewhere", async () => {
    const { client, seen } = connect(() => ({ reviewDate: null }));
    await client.companies.monitoring.setReviewDate({ caseCommonId: 1, reviewDate: "20/11/2026" });
    expect(seen).toHaveLength(1);
  });
});

describe("a jurisdiction", () => {
  test.each(["UK", "gb", "GBR", "ZZ", "US-ZZ", "US-", "CA-XX", "GB-TOOLONG", "United Kingdom", "", "US-AL-1"])(
    "%j is refused",
    async (codeiso31662) => {
      const issue = { path: "codeiso31662", code: "invalid", expected: "an ISO 3166 code in capitals, as GB or US-AL" };
      expect(await issuesOf((client) => client.companies.search({ query: "x", codeiso31662 }))).toEqual([issue]);
      expect(await issuesOf((client) => client.companies.create({ ...company, codeiso31662 }))).toEqual([issue]);
      const prepared = { entityName: "x", companyType: "y", codeiso31662 };
      expect(await issuesOf((client) => client.companies.import(prepared))).toEqual([issue]);
    },
  );

  test.each(["GB", "US-AL", "CA-BC", "AE-DU", "XK"])("%s is let through", async (codeiso31662) => {
    const { client, seen } = connect(() => ({ companySearch: { results: [] } }));
    await client.companies.search({ query: "x", codeiso31662 });
    expect(seen).toHaveLength(1);
  });

  test("of a person is a whole country", async () => {
    const issue = { code: "invalid", expected: "an ISO 3166-1 alpha-2 code in capitals, as GB" };
    const person = { firstName: "Jane", lastName: "Example" };
    expect(
      await issuesOf((client) =>
        client.individuals.create({ ...person, nationalityCodeiso31662: "British", countryCodeiso31662: "US-AL" }),
      ),
    ).toEqual([
      { path: "nationalityCodeiso31662", ...issue },
      { path: "countryCodeiso31662", ...issue },
    ]);
  });
});

describe("an upload", () => {
  const types = "a file of type application/pdf, image/jpeg, image/png, image/tiff";

  test.each<[string, unknown, object]>([
    ["of 0 bytes", new File([], "empty.pdf", { type: "application/pdf" }), { code: "too_small" }],
    ["of 0 bytes in an array", { data: new Uint8Array(), name: "empty.pdf" }, { code: "too_small" }],
    ["of another type", new File(["MZ"], "setup.exe", { type: "application/x-msdownload" }), { expected: types }],
    ["of another type by its name", { data: pdf, name: "notes.txt" }, { expected: types }],
    ["of no type", new Blob([pdf]), { expected: types }],
    ["that is a text", "passport.pdf", { expected: "a Blob, { data, name } or { path }" }],
    ["without a name", { data: pdf }, { expected: "a Blob, { data, name } or { path }" }],
    ["that is not there", { path: "/nowhere/passport.pdf" }, { code: "unreadable" }],
  ])("%s is refused", async (_name, value, issue) => {
    const file = wrong<Blob>(value);
    const wanted = [{ path: "file", ...issue }];
    expect(
      await issuesOf((client) => client.companies.documents.upload({ caseCommonId: 1, file, name: "Extract" })),
    ).toMatchObject(wanted);
    expect(
      await issuesOf((client) =>
        client.individuals.documents.upload({ caseCommonId: 1, file, name: "Passport", fileCat: "photoid" }),
      ),
    ).toMatchObject(wanted);
    expect(
      await issuesOf((client) =>
        client.individuals.documents.prevalidate({ file, name: "Passport", fileCat: "photoid" }),
      ),
    ).toMatchObject(wanted);
  });

  test("for a person needs a category", async () => {
    const file = { data: pdf, name: "passport.pdf" };
    expect(
      await issuesOf((client) =>
        client.individuals.documents.upload(wrong({ caseCommonId: 1, file, name: "Passport" })),
      ),
    ).toMatchObject([{ path: "fileCat", code: "missing" }]);
  });
});

describe("an action on an alert", () => {
  const act = (about: object) =>
    issuesOf((client) => client.companies.monitoring.actOnAlert(wrong({ caseCommonId: 1, alertId: 2, ...about })));
  const notDefined = {
    path: "action",
    code: "invalid",
    expected: "an action that alertActions lists for this kind of alert and state of the case",
  };

  test.each([
    { alert: "details_review", action: "Dismiss" },
    { alert: "manual_review", action: "Exclude" },
    { alert: "manual_review", action: "Dismiss" },
    { alert: "aml_match", caseStatus: "Open", action: "Apply" },
    { alert: "aml_match", caseStatus: "Closed", action: "Dismiss" },
    { alert: "aml_match", caseStatus: "Closed", action: "Exclude" },
    { alert: "document_expiry", action: "Apply" },
    { alert: "document_expiry", action: "Exclude" },
  ])("that the vendor does not define is refused: %j", async (about) => {
    expect(await act(about)).toEqual([notDefined]);
  });

  test("on a screening match needs the state of the case", async () => {
    expect(await act({ alert: "aml_match", action: "Dismiss" })).toEqual([
      { path: "caseStatus", code: "invalid", expected: "Open or Closed for an aml_match" },
    ]);
  });

  test("of another name, or on another kind of alert, is refused", async () => {
    expect(await act({ alert: "aml", action: "Delete" })).toMatchObject([{ path: "alert" }, { path: "action" }]);
  });

  test.each([
    { alert: "details_review", action: "Exclude" },
    { alert: "details_review", action: "Apply" },
    { alert: "manual_review", action: "Apply" },
    { alert: "aml_match", caseStatus: "Closed", action: "Apply" },
    { alert: "aml_match", caseStatus: "Open", action: "Dismiss" },
    { alert: "document_expiry", action: "Dismiss" },
  ])("that the vendor defines goes out without what it is about: %j", async (about) => {
    const { client, seen } = connect(() => new Response(null));
    await client.individuals.monitoring.actOnAlert(wrong({ caseCommonId: 1, alertId: 2, ...about }));
    expect(seen).toEqual([
      {
        method: "POST",
        target: "/v2/Individuals/1/lm-alerts-action",
        body: { caseId: 1, alertId: 2, action: about.action },
      },
    ]);
  });
});

describe("the id of a case", () => {
  test.each(["12a", "12", "../1", "", 0, -1, 1.5, Number.NaN, 2 ** 53, null])("%j is refused", async (value) => {
    const caseCommonId = wrong<number>(value);
    const refused = [{ path: "caseCommonId" }];
    expect(await issuesOf((client) => client.companies.get({ caseCommonId }))).toMatchObject(refused);
    expect(await issuesOf((client) => client.individuals.delete({ caseCommonId }))).toMatchObject(refused);
    expect(await issuesOf((client) => client.caseSteps.list({ caseCommonId }))).toMatchObject(refused);
    expect(await issuesOf((client) => client.companies.getReport({ caseCommonId }))).toMatchObject(refused);
    expect(await issuesOf((client) => client.users.assign({ caseCommonId, userId: 1 }))).toMatchObject(refused);
  });

  test("cannot be said otherwise beside itself", async () => {
    expect(
      await issuesOf((client) =>
        client.companies.link({ parentCaseCommonId: 1, caseCommonId: 2, extra: { caseCommonId: 3 } }),
      ),
    ).toMatchObject([{ path: "extra", expected: "no id of a case, which is a field of its own" }]);
  });
});

describe("a request for documents", () => {
  test("goes to an address or a number", async () => {
    const request = (to: object) =>
      issuesOf((client) => client.individuals.documents.request({ caseCommonId: 1, documents: ["photoid"], ...to }));
    const nobody = [{ path: "email", code: "invalid", expected: "an email address here, or a number in phone" }];
    expect(await request({})).toEqual(nobody);
    expect(await request({ email: "", phone: "" })).toEqual(nobody);
    expect(await request({ email: "jane at example", phone: "0044 1" })).toMatchObject([
      { path: "email", expected: "an email address, or empty text" },
      { path: "phone", expected: "a number as +440000000000, or empty text" },
    ]);
  });

  test("sends the unused of the two empty", async () => {
    const { client, seen } = connect(() => ({ accessCode: "ABCD-1234" }));
    await client.individuals.documents.request({ caseCommonId: 1, documents: ["photoid"], email: "jane@example.com" });
    expect(seen[0]?.body).toEqual({ caseCommonId: 1, documents: ["photoid"], email: "jane@example.com", phone: "" });
  });
});

test("all that is wrong is told at once, and no value of it", async () => {
  const issues = await issuesOf((client) =>
    client.companies.create(wrong({ rawname: "", codeiso31662: "Narnia", externalcode: "Jane Example", userId: "7" })),
  );
  expect(issues).toEqual([
    { path: "rawname", code: "too_small", expected: "at least 1" },
    { path: "codeiso31662", code: "invalid", expected: "an ISO 3166 code in capitals, as GB or US-AL" },
    { path: "userId", code: "invalid_type", expected: "number" },
    { path: "*", code: "unknown_field", expected: "documented fields only (did you mean externalCode?)" },
  ]);
});

test("names that are inferred can be said otherwise", async () => {
  const { client, seen } = connect(() => new Response(null));
  await client.companies.link({
    parentCaseCommonId: 1,
    caseCommonId: 2,
    role: "Director",
    extra: { type: 4, role: "D" },
  });
  await client.companies.updateIdentity({ caseCommonId: 1, fields: [{ field: "City", value: "Gibraltar" }] });
  expect(seen.map(({ body }) => body)).toEqual([{ role: "D", type: 4 }, [{ field: "City", value: "Gibraltar" }]]);
});

test("a query of your own goes into the address", async () => {
  const { client, seen } = connect(() => []);
  await client.companies.list({ query: { page: 2, status: "Open" } });
  await client.companies.list();
  expect(seen.map(({ target }) => target)).toEqual(["/v2/Companies?page=2&status=Open", "/v2/Companies"]);
});
