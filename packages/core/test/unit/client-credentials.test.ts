import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isSdkError, type SdkError } from "../../src/errors/sdk-error.js";
import { create, longSearch, read, secret, TokenVendor } from "./token-vendor.js";

const failure = async (call: Promise<unknown>): Promise<SdkError & { status?: number; phase?: string }> =>
  await call.then(
    () => expect.unreachable("it did not fail"),
    (error: unknown) => (isSdkError(error) ? error : expect.unreachable(String(error))),
  );

describe("how a token is asked for", () => {
  const asked = async (options: Parameters<TokenVendor["connect"]>[0]): Promise<TokenVendor["tokenRequests"][0]> => {
    const vendor = new TokenVendor();
    await vendor.connect(options).request(read, {});
    return vendor.tokenRequests[0] ?? expect.unreachable();
  };

  test("id and secret go into the form, with scope and audience", async () => {
    const form = { grant_type: "client_credentials", client_id: "client-1", client_secret: secret, scope: "Api" };
    expect(await asked({})).toMatchObject({ form: { ...form, audience: "Api" }, authorization: null });
  });

  test("or into a Basic header, and then not into the form", async () => {
    const { form, authorization } = await asked({ clientAuthentication: "basic" });
    expect(authorization).toBe(`Basic ${btoa(`client-1:${secret}`)}`);
    expect(form).toEqual({ grant_type: "client_credentials", scope: "Api", audience: "Api" });
  });

  test("scope and audience may be others, or none", async () => {
    const { form } = await asked({ scope: "Other", audience: null });
    expect(form).toMatchObject({ scope: "Other" });
    expect(form).not.toHaveProperty("audience");
  });

  test("the token endpoint may stand elsewhere", async () => {
    const urls: string[] = [];
    const vendor = new TokenVendor();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      urls.push(new Request(input, init).url);
      return await vendor.fetch(input, init);
    };
    await vendor.connect({ fetch, tokenUrl: "https://accounts.vendor.test/connect/token" }).request(read, {});
    expect(urls).toEqual(["https://accounts.vendor.test/connect/token", "https://vendor.test/things"]);
  });

  test("every option that cannot work is named at once, without a part of the secret", () => {
    const options = { clientId: "", clientSecret: "two words", tokenUrl: "ftp://x", scope: "" };
    const wrong = (): unknown => new TokenVendor().connect({ ...options, clientAuthentication: "basic" });
    expect(wrong).toThrow(/clientId.*clientSecret.*tokenUrl/);
    expect(wrong).not.toThrow(/two words/);
  });

  test("a base URL without credentials is the caller's own backend: no token is asked for", async () => {
    const vendor = new TokenVendor();
    const { fetch } = vendor;
    const own = { environment: undefined, baseUrl: "https://own.test", clientId: undefined, clientSecret: undefined };
    await vendor.connect({ ...own, fetch }).request(read, {});
    expect(vendor).toMatchObject({ tokenRequests: [], calls: [{ token: "" }] });
  });
});

describe("one token request for all who wait", () => {
  test("one caller's abort does not end it for the others", async () => {
    const vendor = new TokenVendor();
    vendor.onToken = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return vendor.token();
    };
    const portal = vendor.connect();
    const abort = new AbortController();
    const aborted = failure(portal.request(read, {}, { signal: abort.signal }));
    const other = portal.request(read, {});
    setTimeout(() => abort.abort(), 10);
    expect(await aborted).toMatchObject({ code: "aborted", outcome: "not_sent", phase: "authentication" });
    expect(await other).toEqual({ ok: true });
    expect(vendor.tokenRequests).toHaveLength(1);
  });
});

describe("on a clock that is moved", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const settle = async (ms: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(ms));

  test("at expiry 1,000 concurrent calls make 1 token request", async () => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    await portal.request(read, {});
    await settle(600_000);
    await Promise.all(Array.from({ length: 1000 }, () => portal.request(read, {})));
    expect(vendor.tokenRequests).toHaveLength(2);
    expect(new Set(vendor.calls.slice(1).map((call) => call.token))).toEqual(new Set(["token-2"]));
  });

  test("a long search never starts on a token that ends before it: 9:50 of 10:00 used", async () => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    await portal.request(read, {});
    await settle(590_000);
    await portal.request(longSearch, {}, { timeout: 150_000 });
    expect(vendor.calls.map((call) => call.token)).toEqual(["token-1", "token-2"]);
  });

  test.each([
    { used: 0, search: "token-1" },
    { used: 395, search: "token-1" },
    { used: 405, search: "token-2" },
  ])("a 180 s search with $used s used goes out on $search", async ({ used, search }) => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    await portal.request(read, {});
    await settle(used * 1000);
    await portal.request(longSearch, {});
    expect(vendor.calls[1]?.token).toBe(search);
  });

  test("a call longer than tokens live waits for none that cannot exist: half a life is enough", async () => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    for (const used of [0, 200_000]) {
      await settle(used);
      await portal.request(longSearch, {}, { timeout: 3_600_000 });
    }
    expect(vendor.tokenRequests).toHaveLength(1);
  });

  test("below 120 s left a token is renewed while the call goes out on the old one", async () => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    await portal.request(read, {});
    await settle(480_000);
    vendor.onToken = () => new Promise(() => undefined);
    await portal.request(read, {});
    expect(vendor.calls.map((call) => call.token)).toEqual(["token-1", "token-1"]);
    expect(vendor.tokenRequests).toHaveLength(2);
  });

  test("with the token endpoint down, a token that is still good is used, and it is asked for at most once a second", async () => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    await portal.request(read, {});
    await settle(500_000);
    vendor.onToken = () => Response.error();
    for (let second = 0; second < 40; second++) {
      await portal.request(read, {}, { timeout: 20_000 });
      await settle(250);
    }
    expect(vendor.calls).toHaveLength(41);
    const times = vendor.tokenRequests.slice(1).map((one) => one.at);
    expect(times.length).toBeGreaterThan(2);
    times.slice(1).forEach((at, n) => expect(at - (times[n] ?? 0)).toBeGreaterThanOrEqual(1000));
  });

  test("with the token endpoint down and no token, callers fail by their deadline, nothing is sent", async () => {
    const vendor = new TokenVendor();
    vendor.onToken = () => Response.error();
    const portal = vendor.connect();
    const began = performance.now();
    const failures = Array.from({ length: 50 }, async (_, n) => {
      const error = await failure(portal.request(read, {}, { timeout: 500 + n * 200 }));
      return { error, tookMs: performance.now() - began, limit: 500 + n * 200 };
    });
    await settle(30_000);
    for (const { error, tookMs, limit } of await Promise.all(failures)) {
      expect(error.outcome).toBe("not_sent");
      expect(["network", "timeout"]).toContain(error.code);
      expect(tookMs).toBeLessThanOrEqual(limit);
    }
    expect(vendor.calls).toEqual([]);
    // At 0, 1 and 3 s.
    expect(vendor.tokenRequests).toHaveLength(3);
  });

  test("a wrong secret is told at once and not tried again within a second", async () => {
    const vendor = new TokenVendor();
    vendor.onToken = () => Response.json({ error: "invalid_client", error_description: secret }, { status: 400 });
    const portal = vendor.connect();
    for (let n = 0; n < 10; n++)
      expect(await failure(portal.request(create, {}))).toMatchObject({
        code: "authentication",
        status: 400,
        outcome: "not_sent",
        vendorCode: "invalid_client",
        attempts: 0,
      });
    expect(vendor.tokenRequests).toHaveLength(1);
    await settle(1000);
    vendor.onToken = () => vendor.token();
    expect(await portal.request(create, {})).toEqual({ ok: true });
  });

  test("setting the machine's clock an hour on or back renews nothing", async () => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    await portal.request(read, {});
    for (const hours of [1, -2, 1]) {
      vi.setSystemTime(Date.now() + hours * 3_600_000);
      await portal.request(read, {});
    }
    expect(vendor.tokenRequests).toHaveLength(1);
  });

  test("after 20 minutes of sleep that the monotonic clock counts, there is one renewal", async () => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    await portal.request(read, {});
    await settle(1_200_000);
    await Promise.all([portal.request(read, {}), portal.request(read, {}), portal.request(read, {})]);
    expect(vendor.tokenRequests).toHaveLength(2);
  });

  test("after a sleep that it does not count, the vendor's 401 leads to one renewal for all", async () => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    await portal.request(read, {});
    await settle(6000);
    vendor.onCall = (token) => (token === "token-1" ? new Response("{}", { status: 401 }) : Response.json({ ok: 2 }));
    const answers = await Promise.all(Array.from({ length: 100 }, () => portal.request(read, {})));
    expect(answers).toEqual(Array.from({ length: 100 }, () => ({ ok: 2 })));
    expect(vendor.tokenRequests).toHaveLength(2);
  });

  test("a second 401 is final: never three requests, and a create is refused, not unknown", async () => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    await portal.request(read, {});
    await settle(6000);
    vendor.onCall = () => new Response("{}", { status: 401 });
    const error = await failure(portal.request(create, {}));
    expect(error).toMatchObject({ code: "authentication", outcome: "rejected", attempts: 2 });
    expect(vendor.calls).toHaveLength(3);
    expect(vendor.tokenRequests).toHaveLength(2);
  });

  test("a 401 on a token younger than 5 s is final at once", async () => {
    const vendor = new TokenVendor();
    vendor.onCall = () => new Response("{}", { status: 401 });
    const portal = vendor.connect();
    expect(await failure(portal.request(read, {}))).toMatchObject({ code: "authentication", attempts: 1 });
    await settle(4900);
    expect(await failure(portal.request(read, {}))).toMatchObject({ attempts: 1 });
    expect(vendor).toMatchObject({ tokenRequests: [{}], calls: [{}, {}] });
  });

  test("a token without a life gets the usual one", async () => {
    const vendor = new TokenVendor();
    vendor.onToken = () => vendor.token(undefined);
    const portal = vendor.connect();
    await portal.request(read, {});
    await settle(400_000);
    await portal.request(read, {});
    expect(vendor.tokenRequests).toHaveLength(1);
  });
});

describe("what is no token", () => {
  test.each([
    ["a page under 200", () => new Response("<html></html>"), "unexpected_content"],
    ["no token in it", () => Response.json({ expires_in: 600 }), "unexpected_content"],
    ["a token of another type", () => Response.json({ access_token: "t", token_type: "mac" }), "unexpected_content"],
    ["a token that would split the header", () => Response.json({ access_token: "a\r\nb" }), "unexpected_content"],
    ["a redirect", () => new Response(null, { status: 302, headers: { location: "https://evil.test" } }), "redirect"],
  ])("%s", async (_, onToken, code) => {
    vi.useFakeTimers();
    try {
      const vendor = new TokenVendor();
      vendor.onToken = onToken;
      const failed = failure(vendor.connect().request(create, {}));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await failed).toMatchObject({ code, outcome: "not_sent", attempts: 0 });
      expect(vendor.calls).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("secrecy", () => {
  test("neither secret nor token is shown by a client or an error", async () => {
    const vendor = new TokenVendor();
    const portal = vendor.connect();
    await portal.request(read, {});
    vendor.onCall = (token) => Response.json({ message: token }, { status: 400 });
    const refused = await failure(portal.request(read, {}));
    vendor.onToken = () => Response.json({ error: secret, error_description: secret }, { status: 401 });
    const unauthorised = await failure(vendor.connect().request(read, {}));
    for (const thing of [portal, refused, unauthorised]) {
      const shown = inspect(thing, { depth: 20, showHidden: true }) + JSON.stringify(thing);
      expect(shown).not.toMatch(new RegExp(`${secret}|token-\\d`));
    }
  });

  test("the headers are handed out to who asks for them", async () => {
    const vendor = new TokenVendor();
    expect(await vendor.connect().credential()).toEqual({ authorization: "Bearer token-1" });
    vendor.onToken = () => new Promise(() => undefined);
    const error = await failure(vendor.connect().credential({ timeout: 20 }));
    expect(error).toMatchObject({ code: "timeout", outcome: "not_sent", phase: "authentication" });
  });
});
