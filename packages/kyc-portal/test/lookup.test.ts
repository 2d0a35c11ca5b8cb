import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type CaseDetails, createIntents, isOutcomeUnknown, type KycPortalClient, MemoryStore } from "../src/index.js";
import { connect, failureOf, type Seen } from "./support.js";

// What explains an answer of another shape is loaded when it is first needed, in real time.
beforeAll(async () => {
  await failureOf(connect(() => []).client.reference.listJurisdictions());
});
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const cropwell = { rawname: "CROPWELL BISHOP CREAMERY LIMITED", codeiso31662: "GB", externalCode: "00364890" };
const jane = { firstName: "Jane", lastName: "Example", countryCodeiso31662: "GB", birthDate: "1985-04-12" };

const company = (caseCommonId: number, company: NonNullable<CaseDetails["company"]> = {}): CaseDetails => ({
  common: {
    caseCommonId,
    statusId: 0,
    statusName: "Initializing Case",
    status: "Open",
    caseDecision: null,
    complete: 0,
  },
  company: {
    entityName: "Cropwell Bishop  Creamery Limited",
    countryCodeISO31662: "GB",
    properties: { "Registration Number": "00364890" },
    ...company,
  },
});
const person = (caseCommonId: number, individual: NonNullable<CaseDetails["individual"]> = {}): CaseDetails => ({
  common: {
    caseCommonId,
    statusId: 0,
    statusName: "Initializing Case",
    status: "Open",
    caseDecision: null,
    complete: 0,
  },
  individual: { firstName: "Jane", lastName: "Example", countryCodeISO31662: "GB", ...individual },
});

/** Sends a create whose answer is lost, and looks it up. */
async function lookUp(
  call: (client: KycPortalClient) => Promise<unknown>,
  before: readonly CaseDetails[],
  after: readonly CaseDetails[],
  settleMs = 0,
) {
  let lists = 0;
  const answer = ({ method }: Seen): unknown => {
    if (method === "POST") return new Response(null, { status: 504 });
    return lists++ === 0 ? before : after;
  };
  const { client, seen } = connect(answer);
  const error = await failureOf(call(client));
  if (!isOutcomeUnknown(error)) throw error;
  const looking = error.reconcile({ settleMs }).catch((failure: unknown) => failure);
  await vi.advanceTimersByTimeAsync(settleMs);
  return { found: await looking, seen };
}

const create = (client: KycPortalClient) => client.companies.create(cropwell);

describe("a lost creation", () => {
  test("notes what is there, is sent once, and then only read for", async () => {
    const { seen } = await lookUp(create, [], [company(9)]);
    expect(seen.map(({ method, target }) => `${method} ${target}`)).toEqual([
      "GET /v2/Companies",
      "POST /v2/Companies",
      "GET /v2/Companies",
    ]);
  });

  test("was done when a new case fits, however its name is written", async () => {
    const { found } = await lookUp(create, [company(7)], [company(7), company(9)]);
    expect(found).toEqual({ status: "created", value: { caseDetail: { details: company(9) } } });
  });

  test("was not done when the only case that fits was there before", async () => {
    const { found } = await lookUp(create, [company(7)], [company(7)]);
    expect(found).toEqual({ status: "not_created" });
  });

  test("is left open when the list has moved on and shows nothing of what was there before", async () => {
    const { found } = await lookUp(create, [company(7, { entityName: "AN OLDER ONE" })], [person(108), person(109)]);
    expect(found).toEqual({ status: "unclear" });
  });

  test("is left open when nothing was there before and so many came since that the list may be cut", async () => {
    const others = Array.from({ length: 10 }, (_, n) => person(100 + n));
    expect((await lookUp(create, [], others)).found).toEqual({ status: "unclear" });
    expect((await lookUp(create, [], others.slice(1))).found).toEqual({ status: "not_created" });
  });

  test("is found in a list that has moved on", async () => {
    const { found } = await lookUp(create, [company(7)], [company(108), person(109)]);
    expect(found).toMatchObject({ status: "created" });
  });

  test.each([
    ["another name", { entityName: "CROPWELL BISHOP DAIRY LIMITED" }],
    ["another jurisdiction", { countryCodeISO31662: "IE" }],
    ["another number", { properties: { "Registration Number": "00364891" } }],
    ["no name", { entityName: null }],
  ])("is not taken for a new case with %s", async (_name, change) => {
    const { found } = await lookUp(create, [], [company(9, change)]);
    expect(found).toEqual({ status: "not_created" });
  });

  test.each([
    ["absent", {}],
    ["empty", { "Registration Number": "" }],
    ["a dash", { "Registration Number": "-" }],
  ])("is found while the number is still %s", async (_name, properties) => {
    const { found } = await lookUp(create, [], [company(9, { properties })]);
    expect(found).toMatchObject({ status: "created" });
  });

  test("is left to a person when two new cases fit", async () => {
    const { found } = await lookUp(create, [], [company(9), company(10)]);
    expect(found).toMatchObject({ code: "duplicate_detected", ids: [9, 10] });
  });

  test("is looked up until a late commit shows", async () => {
    let lists = 0;
    const { client } = connect(({ method }) => {
      if (method === "POST") return new Response(null, { status: 504 });
      return lists++ < 5 ? [] : [company(9)];
    });
    const error = await failureOf(create(client));
    if (!isOutcomeUnknown(error)) throw error;
    const looking = error.reconcile();
    await vi.advanceTimersByTimeAsync(360_000);
    expect(await looking).toMatchObject({ status: "created" });
  });

  test("of an import is found by name and jurisdiction", async () => {
    const call = (client: KycPortalClient) =>
      client.companies.import({ entityName: cropwell.rawname, codeiso31662: "GB", companyType: "Private Company" });
    expect((await lookUp(call, [company(7)], [company(9), company(7)])).found).toMatchObject({
      status: "created",
      value: { caseDetail: { details: { common: { caseCommonId: 9 } } } },
    });
    expect((await lookUp(call, [], [company(9, { countryCodeISO31662: "IE" })])).found).toEqual({
      status: "not_created",
    });
  });

  test.each(["create", "import"] as const)(
    "of a person (%s) is found by name, country and birth date",
    async (verb) => {
      const call = (client: KycPortalClient) => client.individuals[verb](jane);
      const { found, seen } = await lookUp(call, [person(7)], [person(7), person(9, { birthDate: "1985-04-12" })]);
      expect(found).toMatchObject({
        status: "created",
        value: { caseDetail: { details: { common: { caseCommonId: 9 } } } },
      });
      expect(seen[0]?.target).toBe("/v2/Individuals");
      for (const other of [{ birthDate: "1990-01-01" }, { firstName: "Janet" }, { countryCodeISO31662: "IE" }])
        expect((await lookUp(call, [], [person(9, other)])).found).toEqual({ status: "not_created" });
    },
  );
});

test("nothing is ordered when what is there cannot be noted", async () => {
  const { client, seen } = connect(() => new Response(null, { status: 403 }));
  const error = await failureOf(create(client));
  expect(error).toMatchObject({ outcome: expect.stringMatching(/not_sent|rejected/) as string });
  expect(isOutcomeUnknown(error)).toBe(false);
  expect(seen.map(({ method }) => method)).toEqual(["GET"]);
});

describe("a lost purchase", () => {
  const purchase = async (caseDocumentId: number | undefined) => {
    const filing = { registrydocumentId: 4711, ...(caseDocumentId === undefined ? {} : { caseDocumentId }) };
    const { client } = connect(({ method }) =>
      method === "POST"
        ? new Response(null, { status: 502 })
        : { caseDetail: { company: { registryDocuments: { documents: [filing] } } } },
    );
    const error = await failureOf(client.registryFilings.purchase({ caseCommonId: 189, registryDocumentId: 4711 }));
    if (!isOutcomeUnknown(error)) throw error;
    return await error.reconcile({ settleMs: 0 });
  };

  test("was done when the filing is on the case", async () => {
    expect(await purchase(35471)).toEqual({ status: "created", value: {} });
  });

  test("stays unclear when it is not, because delivery takes its time", async () => {
    expect(await purchase(undefined)).toEqual({ status: "unclear" });
  });
});

test("a worker that takes over a lost create has the ids that were there before from its intent", async () => {
  vi.useRealTimers();
  const store = new MemoryStore();
  let lists = 0;
  const answer = ({ method }: Seen): unknown => {
    if (method === "POST") return new Response(null, { status: 504 });
    return lists++ === 0 ? [company(7)] : [company(7), company(9)];
  };
  const first = connect(answer, { intents: createIntents({ store }) });
  await failureOf(first.client.companies.create(cropwell, { reference: "case-1" }));
  const second = connect(answer, { intents: createIntents({ store }) });
  const found = await second.client.companies.create(cropwell, { reference: "case-1", resolve: "auto" });
  expect(found).toEqual({ caseDetail: { details: company(9) } });
  expect(second.seen.map(({ method }) => method)).not.toContain("POST");
});
