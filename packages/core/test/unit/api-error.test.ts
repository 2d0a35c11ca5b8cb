import { describe, expect, test } from "vitest";
import { ApiError, type ApiErrorParts } from "../../src/errors/api-error.js";

const facts = { vendor: "vendor", operation: "getThing", attempts: 1, elapsedMs: 0 };
const made = (parts: Partial<ApiErrorParts>): ApiError =>
  new ApiError({ facts, outcome: "rejected", status: 400, ...parts });

const refused = "The vendor refused the request; readVendorMessage() holds its words.";
const failed = "The vendor failed.";

describe("an error status", () => {
  test.each([
    [400, "BadRequestError", "bad_request", refused],
    [422, "BadRequestError", "bad_request", refused],
    [401, "AuthenticationError", "authentication", "The credential was not accepted."],
    [403, "PermissionError", "permission", "The credential may not do this."],
    [404, "NotFoundError", "not_found", refused],
    [410, "NotFoundError", "not_found", refused],
    [409, "ConflictError", "conflict", refused],
    [429, "RateLimitError", "rate_limited", "Too many requests; see retryAfterMs."],
    [408, "ServerError", "server", failed],
    [500, "ServerError", "server", failed],
    [599, "ServerError", "server", failed],
    [418, "ApiError", "refused", refused],
    [499, "ApiError", "refused", refused],
  ])("%i is a %s", (status, name, code, says) => {
    const error = made({ status });
    expect(error).toMatchObject({ name, code, status, outcome: "rejected" });
    expect(error.message).toBe(`vendor getThing: answered ${status}. ${says}`);
  });
});

describe("what an error status means", () => {
  test("is said by the body first, then by the contract, then in general", () => {
    expect(made({ refusal: { reason: "By the body." }, reason: "By the contract." }).message).toContain("By the body.");
    expect(made({ refusal: {}, reason: "By the contract." }).message).toContain("By the contract.");
    expect(made({}).message).toContain(refused);
  });

  test("may be another than the status says", () => {
    expect(made({ status: 400, code: "authentication" })).toMatchObject({ name: "AuthenticationError", status: 400 });
  });
});

describe("what is not known", () => {
  test("is not there, not even as undefined", () => {
    expect(Object.keys(made({}))).not.toContain("vendorCode");
    expect(Object.keys(made({}))).not.toContain("retryAfterMs");
    expect(made({ refusal: { code: 0 }, retryAfterMs: 0 })).toMatchObject({ vendorCode: 0, retryAfterMs: 0 });
  });
});
