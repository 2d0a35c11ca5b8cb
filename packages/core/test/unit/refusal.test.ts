import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Progress } from "../../src/progress.js";
import { redirectedBy, refusedBy } from "../../src/refusal.js";
import { contract } from "./contract.js";

const read = contract({ errors: { 404: "No such thing." } });
const replace = contract({ method: "PUT", effect: "replace" });
const progress = (endpoint = read): Progress => new Progress("vendor", endpoint, "/things/7");
const says = {
  readRefusal: (body: unknown) => ({ code: (body as { code: number }).code, message: (body as { text: string }).text }),
};

describe("an answer with an error status", () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 0, 2) }));
  afterEach(() => void vi.useRealTimers());

  test("is told with the vendor's code and words, and when to come back", () => {
    const text = '{"code":12,"text":"no"}';
    const response = new Response(text, { status: 429, headers: { "retry-after": "Fri, 02 Jan 2026 00:00:07 GMT" } });
    const error = refusedBy(response, text, read, says, progress());
    expect(error).toMatchObject({
      vendor: "vendor",
      operation: "getThing",
      code: "rate_limited",
      outcome: "rejected",
      status: 429,
      vendorCode: 12,
      retryAfterMs: 7000,
    });
    expect([error.readVendorMessage(), error.readBody()]).toEqual(["no", text]);
  });

  test("means what the contract says that it means", () => {
    const error = refusedBy(new Response(null, { status: 404 }), "{}", read, says, progress());
    expect(error.message).toBe("vendor getThing: answered 404. No such thing.");
  });

  test.each([
    ["is no JSON", "<html>", says],
    ["is not as the vendor documents it", "null", says],
  ])("is told without the vendor's words when the body %s", (_, text, reader) => {
    const error = refusedBy(new Response(text, { status: 503 }), text, read, reader, progress());
    expect(error).toMatchObject({ code: "server", outcome: "unknown", status: 503 });
    expect([error.vendorCode, error.readVendorMessage(), error.readBody()]).toEqual([undefined, undefined, text]);
  });

  test("is told although its body could not be read, which nobody is asked to understand", () => {
    const readRefusal = vi.fn(() => ({}));
    const error = refusedBy(new Response(null, { status: 400 }), undefined, read, { readRefusal }, progress());
    expect(error).toMatchObject({ code: "bad_request", outcome: "rejected" });
    expect(error.readBody()).toBeUndefined();
    expect(readRefusal).not.toHaveBeenCalled();
  });

  test("does not undo what an earlier attempt may have replaced", () => {
    const second = progress(replace);
    second.over("unknown");
    expect(refusedBy(new Response(null, { status: 409 }), "{}", replace, says, second).outcome).toBe("unknown");
  });
});

describe("a redirect", () => {
  const to = (status: number, location?: string): Response =>
    new Response("see there", { status, headers: location === undefined ? {} : { location } });

  test.each([
    ["another path", "https://vendor.test/other?key=1", false],
    ["a relative path", "/login", false],
    ["another host", "https://evil.test/things", true],
    ["another port", "https://vendor.test:8443/things", true],
    ["no TLS", "http://vendor.test/things", true],
    ["a host without a scheme", "//evil.test/things", true],
  ])("to %s says whether it leaves the origin", (_, location, crossOrigin) => {
    expect(redirectedBy(to(302, location), "https://vendor.test", progress())).toMatchObject({
      code: "redirect",
      operation: "getThing",
      outcome: "unknown",
      status: 302,
      crossOrigin,
    });
  });

  test.each([
    ["does not say where to", undefined],
    ["says what is no address", "https://[x]"],
  ])("that %s leaves it open", (_, location) => {
    expect(redirectedBy(to(307, location), "https://vendor.test", progress())).not.toHaveProperty("crossOrigin");
  });

  test("says that nothing was done when the request is to be repeated there", () => {
    expect(redirectedBy(to(307), "https://vendor.test", progress()).outcome).toBe("rejected");
    const second = progress(replace);
    second.over("unknown");
    expect(redirectedBy(to(307), "https://vendor.test", second).outcome).toBe("unknown");
  });

  test("has a body that nobody reads, and that is let go", async () => {
    const cancelled = vi.fn();
    const response = new Response(new ReadableStream({ cancel: cancelled }), { status: 302 });
    redirectedBy(response, "https://vendor.test", progress());
    await vi.waitFor(() => expect(cancelled).toHaveBeenCalledOnce());
  });
});
