import { describe, expect, test } from "vitest";
import { emailOrEmpty } from "../src/models/formats.js";

const takes = (email: string): boolean => emailOrEmpty().safeParse(email).success;

describe("where a message goes", () => {
  test.each(["", "jane@example.com", "jane.doe+kyc@mail.example.co.uk", "王@例.测试", "a@b.c"])(
    "may be %j",
    (email) => {
      expect(takes(email)).toBe(true);
    },
  );

  test.each([
    "jane",
    "jane@",
    "@example.com",
    "jane@example",
    "jane@example.",
    "jane@.com",
    "a@b..c",
    "a b@c.d",
    "a@b@c.d",
  ])("is not %j", (email) => {
    expect(takes(email)).toBe(false);
  });

  test("is looked at once, however long it is", { timeout: 5000 }, () => {
    expect(takes(`a@${"b.".repeat(200_000)}@`)).toBe(false);
    expect(takes(`${"@.".repeat(200_000)} `)).toBe(false);
  });
});
