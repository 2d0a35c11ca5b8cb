import { describe, expect, test } from "vitest";
import { enclaveReason } from "../src/index.js";
import { connect, failureOf } from "./support.js";

const verificationUuid = "d63398e3-c806-4300-bd99-170b54642080";

async function refusal(status: number, body: unknown): Promise<Error & Record<string, unknown>> {
  const { client, seen } = connect(() => Response.json(body, { status }));
  const error = await failureOf(client.kyt.requestAssessment({ verificationUuid }));
  expect(seen).toHaveLength(1);
  return error as Error & Record<string, unknown>;
}

describe("the vendor's error samples", () => {
  test.each([
    [400, "MISSING-VERIFICATION-UUID", "`verificationUuid` is required.", "missing_field", "BadRequestError"],
    [403, "UNKNOWN-ERROR-CODE", "AccessDenied", "enclave_key_refused", "PermissionError"],
    [
      400,
      "NOT-FOUND-VERIFICATION",
      "Verification(8d729bf4-38db-471d-b052-896f8660916a) is not found",
      "verification_not_found",
      "BadRequestError",
    ],
    [
      400,
      "UNSUPPORTED-RISK-ASSESSMENT",
      "Chainalysis KYT API for received transfer should be called after txHash is reported",
      "too_early",
      "BadRequestError",
    ],
    [400, "BAD-REQUEST", "......", "bad_request", "BadRequestError"],
  ] as const)("%i %s", async (status, code, message, reason, name) => {
    const error = await refusal(status, { code, message });
    expect(error).toMatchObject({ name, status, vendorCode: code, outcome: "rejected" });
    expect(enclaveReason(error)).toBe(reason);
    expect((error as unknown as { readVendorMessage(): string }).readVendorMessage()).toBe(message);
    expect(error.message).not.toContain("8d729bf4");
  });
});

describe("further refusals", () => {
  test.each([
    [400, "VERIFICATION-NOT-FOUND", "verification_not_found"],
    [404, "VERIFICATION-NOT-FOUND", "verification_not_found"],
    [400, "MISSING-REQUIRED-BENEFICIARY-INFO", "missing_field"],
    [401, "UNKNOWN-ERROR-CODE", "enclave_key_refused"],
    [429, "UNKNOWN-ERROR-CODE", "upstream_error"],
    [400, "A-CODE-OF-TOMORROW", undefined],
  ])("%i %s is %s", async (status, code, reason) => {
    const { client } = connect(() =>
      Response.json({ code, message: "x" }, { status, headers: { "retry-after": "999" } }),
    );
    expect(enclaveReason(await failureOf(client.kyt.requestAssessment({ verificationUuid })))).toBe(reason);
  });

  test("a timeout behind the enclave leaves the outcome unknown, and is not sent again", async () => {
    const error = await refusal(408, { code: "REQUEST-TIMEOUT", message: "timeout of 5000ms exceeded" });
    expect(error).toMatchObject({ code: "outcome_unknown", outcome: "unknown", canReconcile: false, attempts: 1 });
    expect(enclaveReason(error)).toBe("enclave_timeout");
  });

  test("403 says that no credential of the caller is involved", async () => {
    const { message } = await refusal(403, { code: "UNKNOWN-ERROR-CODE", message: "AccessDenied" });
    expect(message).toContain("the enclave's own key");
  });

  test("a code that is not documented is not printed: it could be anything", async () => {
    const error = await refusal(400, { code: "KIM-MINJI", message: "x" });
    expect(JSON.stringify(error) + error.message).not.toContain("MINJI");
    expect(enclaveReason(error)).toBeUndefined();
  });

  test("what is no refusal has no reason", () => {
    expect([enclaveReason(undefined), enclaveReason(new Error("x"))]).toEqual([undefined, undefined]);
  });
});

test("a report that was not taken is an error", async () => {
  const { client } = connect(() => Response.json({ result: false }));
  const error = await failureOf(client.neighbours.verifications.reportTransaction({ verificationUuid, txHash: "ab" }));
  expect(error).toMatchObject({ status: 200, outcome: "rejected" });
});
