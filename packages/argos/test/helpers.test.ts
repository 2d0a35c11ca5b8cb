import { afterEach, describe, expect, test, vi } from "vitest";
import {
  argosCipher,
  ArgosClient,
  type ConfigurationError,
  isInputError,
  kycResultOf,
  listOf,
  liveformUrl,
  parseArgosTime,
  pickApproved,
} from "../src/index.js";
import { connect, failureOf, key } from "./support.js";

describe("parseArgosTime", () => {
  test.each([
    ["2022-04-07T00:30:35.919Z", "2022-04-07T00:30:35.919Z"],
    ["2020-07-24 06:46", "2020-07-24T06:46:00.000Z"],
    ["2020-07-24 06:46:07", "2020-07-24T06:46:07.000Z"],
    ["2020-07-24T06:46:07+09:00", "2020-07-23T21:46:07.000Z"],
    ["2024-01-02-03-04-05-678", "2024-01-02T03:04:05.678Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    [" 2022-04-07T00:30:35Z ", "2022-04-07T00:30:35.000Z"],
  ])("reads %s", (text, iso) => {
    expect(parseArgosTime(text)?.toISOString()).toBe(iso);
  });

  test.each([
    "",
    "YYYY-MM-DD-HH-MM-SS-ZZZ",
    "yesterday",
    "2023-02-29",
    "2024-13-01",
    "24:00",
    "1700000000",
    null,
    undefined,
  ])("has no moment for %s", (text) => {
    expect(parseArgosTime(text)).toBeNull();
  });
});

describe("pickApproved", () => {
  const one = (id: string, result: string, kyc_result_at?: string) => ({ id, kyc: { result }, kyc_result_at });

  test("takes the latest approved one, not the newest", () => {
    const items = [
      one("old", "approved", "2026-01-01T00:00:00Z"),
      one("counts", "Approved", "2026-01-03T00:00:00Z"),
      one("newest", "rejected", "2026-01-05T00:00:00Z"),
      one("open", "incomplete"),
    ];
    expect(pickApproved(items)?.id).toBe("counts");
    expect(pickApproved(items.toReversed())?.id).toBe("counts");
  });

  test("takes one without a readable time only when there is no other", () => {
    expect(pickApproved([one("vague", "approved"), one("dated", "approved", "2020-01-01")])?.id).toBe("dated");
    expect(pickApproved([one("vague", "approved")])?.id).toBe("vague");
  });

  test("takes none when none is approved", () => {
    expect(pickApproved([one("a", "pending"), one("b", "rejected")])).toBeUndefined();
    expect(pickApproved([])).toBeUndefined();
  });
});

describe("kycResultOf", () => {
  test.each([
    ["approved", "approved"],
    ["Incomplete", "incomplete"],
    ["PENDING", "pending"],
    ["rejected", "rejected"],
    ["dropped", "unknown"],
    [undefined, "unknown"],
  ])("%s is %s", (result, state) => {
    expect(kycResultOf({ kyc: { result } })).toBe(state);
  });

  test("is unknown without a decision", () => {
    expect(kycResultOf({})).toBe("unknown");
  });
});

test("listOf makes a list of anything", () => {
  expect([listOf("a"), listOf(["a", "b"]), listOf(undefined), listOf(null), listOf([])]).toEqual([
    ["a"],
    ["a", "b"],
    [],
    [],
    [],
  ]);
});

describe("liveformUrl", () => {
  test("carries parameters in clear", async () => {
    const parameters = { userid: "user 7&", email: "a+b@example.com", ageLimit: false, rejectDuplicateUser: true };
    const url = new URL(await liveformUrl({ pid: "project-1", lang: "ko", parameters }));
    expect(url.origin).toBe("https://form.argosidentity.com");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      pid: "project-1",
      userid: "user 7&",
      email: "a+b@example.com",
      ageLimit: "false",
      rejectDuplicateUser: "true",
      lang: "ko",
    });
  });

  test("carries everything but project and language encrypted, submission and action as well", async () => {
    const parameters = {
      email: "email@email.com",
      userid: "userid",
      cf1: "value 1",
      ageLimit: false,
      rejectDuplicateUser: true,
      allowedCountries: "USA,KOR",
      sid: "6xx28lo115832",
      action: "addveri" as const,
    };
    const scheme = { mode: "aes-256-gcm", secret: key } as const;
    const url = new URL(await liveformUrl({ pid: "project-1", lang: "en", parameters, encryption: scheme }));
    expect([...url.searchParams.keys()]).toEqual(["pid", "encrypted", "lang"]);
    const opened = await argosCipher(key, scheme).decrypt(url.searchParams.get("encrypted") ?? "");
    expect(JSON.parse(opened)).toEqual(parameters);
  });

  test.each([
    [{ pid: "" }, "pid"],
    [{ pid: "p", parameters: { allowedCountries: "KOR" } }, "parameters.allowedCountries"],
    [{ pid: "p", parameters: { startValidUntil: "2026-04-30T15:00:00Z" } }, "parameters.startValidUntil"],
    [{ pid: "p", parameters: { action: "addveri" as const } }, "parameters.sid"],
  ])("refuses %j", async (options, path) => {
    const error = await failureOf(liveformUrl(options));
    expect((error as ConfigurationError).issues.map((issue) => issue.path)).toEqual([path]);
  });
});

describe("an input is refused before anything is sent", () => {
  const issues = async (call: (client: ArgosClient) => Promise<unknown>): Promise<unknown> => {
    const { client, seen } = connect(() => ({}));
    const error = await failureOf(call(client));
    expect(seen).toEqual([]);
    return isInputError(error) ? error.issues : error;
  };

  test.each([
    [{ userId: "x" }, "*", "documented fields only (did you mean userid?)"],
    [{ start_date: "01/02/2026" }, "start_date", "a Date, YYYYMMDD or YYYY-MM-DD"],
    [{ start_date: "20260230" }, "start_date", "a Date, YYYYMMDD or YYYY-MM-DD"],
    [{ start_date: "2026-0102" }, "start_date", "a Date, YYYYMMDD or YYYY-MM-DD"],
    [{ start_date: new Date("never") }, "start_date", "a Date, YYYYMMDD or YYYY-MM-DD"],
    [{ start_date: "20260202", end_date: "2026-02-01" }, "end_date", "a day that is not before start_date"],
    [{ count: 0 }, "count", "at least 1"],
    [{ email: "nobody" }, "email", "an email address"],
  ])("%j", async (input, path, expected) => {
    expect(await issues((client) => client.submissions.list(input as never))).toMatchObject([{ path, expected }]);
  });

  test("a deletion of no field of `data` would delete all of it", async () => {
    const input = { submission_id: "a", fields: ["data"], data_fields: [] } as never;
    expect(await issues((client) => client.submissions.deleteFields(input))).toMatchObject([{ path: "data_fields" }]);
  });

  test("a rejection needs a reason, a picture of a document its type, a change something to change", async () => {
    const admin = "a@example.com";
    const submissionId = "a";
    expect(await issues((c) => c.submissions.review({ submissionId, admin, status: "rejected" }))).toMatchObject([
      { path: "rejectComment" },
    ]);
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
    expect(await issues((c) => c.submissions.putImage({ submissionId, admin, idImage: png }))).toMatchObject([
      { path: "idType" },
    ]);
    expect(await issues((c) => c.submissions.putImage({ submissionId, admin }))).toMatchObject([{ path: "idImage" }]);
    expect(await issues((c) => c.submissions.update({ submissionId, admin, data: {} }))).toMatchObject([
      { path: "data" },
    ]);
  });

  test.each(["short", "-token-0001", "token 0001", "x".repeat(65)])("a token has no form like %s", async (tokenId) => {
    expect(await issues((client) => client.tokens.add({ tokenId: [tokenId] }))).toHaveLength(1);
  });
});

describe("a browser", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test("gets no credential unless somebody insists, for the key is the secret too", () => {
    vi.stubGlobal("window", { document: {} });
    const options = { environment: "production", apiKey: key } as const;
    expect(() => new ArgosClient(options)).toThrow("no credential in a browser");
    expect(() => new ArgosClient({ ...options, dangerouslyAllowBrowser: true })).not.toThrow();
    expect(() => new ArgosClient({ baseUrl: "https://backend.test" })).not.toThrow();
  });
});
