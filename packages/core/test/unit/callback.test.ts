import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { checkCallback, readCallback } from "../../src/callback.js";
import { maxCallbackBytes } from "../../src/callback-limit.js";
import type { CallbackError } from "../../src/errors/outcome-errors.js";
import { openEnum, type OtherString, schemaFor } from "../../src/schema.js";

function refusal(work: () => unknown): CallbackError {
  try {
    work();
  } catch (error) {
    return error as CallbackError;
  }
  throw new Error("was not refused");
}
const refused = (body: unknown, decisive: readonly string[] = []): string =>
  refusal(() => readCallback("vendor", body, decisive)).message;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the body of a callback", () => {
  test.each<[string, unknown]>([
    ["text", '{"id":7,"name":"王"}'],
    ["bytes", bytes('{"id":7,"name":"王"}')],
    ["a Buffer", Buffer.from('{"id":7,"name":"王"}')],
    ["bytes with a byte order mark", bytes('\ufeff{"id":7,"name":"王"}')],
    ["what a framework parsed already", { id: 7, name: "王" }],
  ])("may be %s", (_, body) => {
    expect(readCallback("vendor", body, [])).toEqual({ id: 7, name: "王" });
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a number", 5],
    ["a list", []],
    ["a list as text", "[{}]"],
    ["null as text", "null"],
    ["text as text", '"x"'],
    ["a number as text", "7"],
  ])("is an object, not %s", (_, body) => {
    expect(refused(body)).toBe("vendor callback: the callback's body is not a JSON object.");
  });

  test.each<[string, unknown, string]>([
    ["empty text", "", " (invalid)"],
    ["no bytes", new Uint8Array(), " (invalid)"],
    ["a form", "a=1&b=2", " (invalid)"],
    ["a page", "<html>王小明</html>", " (invalid)"],
    ["cut text", '{"name":"王小明"', " (truncated)"],
    ["a bomb", `{"a":${"[".repeat(100)}${"]".repeat(100)}}`, " (too_deep)"],
    ["a rounded id", '{"id":9007199254740993}', " (unsafe_integer)"],
    ["two decisions", '{"accepted":false,"accepted":true}', " (duplicate_key)"],
    ["bytes that are not UTF-8", Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), ""],
  ])("is JSON that can be relied on, not %s", (_, body, kind) => {
    expect(refused(body, ["accepted"])).toBe(
      `vendor callback: the callback's body is not JSON that can be relied on${kind}.`,
    );
  });

  test("is 256 KiB long at most", () => {
    const filled = (length: number): string => `{"a":"${"x".repeat(length - 8)}"}`;
    expect(readCallback("vendor", filled(maxCallbackBytes), [])).toHaveProperty("a");
    expect(refused(filled(maxCallbackBytes + 1))).toBe("vendor callback: the callback is longer than 262144 bytes.");
    expect(refused(bytes(filled(maxCallbackBytes + 1)))).toBe(
      "vendor callback: the callback is longer than 262144 bytes.",
    );
  });

  test("is never quoted by the error", () => {
    const error = refusal(() => readCallback("vendor", '{"name":"王小明"', []));
    expect(error).toMatchObject({
      code: "invalid_callback",
      outcome: "rejected",
      vendor: "vendor",
      operation: "callback",
    });
    expect(`${error.stack ?? ""}${JSON.stringify(error)}`).not.toContain("王");
    expect(error.cause).toBeUndefined();
  });
});

describe("the payload of a callback", () => {
  interface Payload {
    id: number;
    state: "done" | "failed" | OtherString;
    accepted?: boolean | undefined;
    note?: string | undefined;
  }
  const schema = schemaFor<Payload>()(() =>
    z.strictObject({
      id: z.int(),
      state: openEnum(z.enum(["done", "failed"])),
      accepted: z.optional(z.boolean()),
      note: z.optional(z.string()),
    }),
  );
  const check = (value: unknown) => checkCallback("vendor", schema, value, ["accepted"]);

  test("is handed on as it came when it is as documented", () => {
    const value = { id: 7, state: "done" };
    expect(check(value)).toEqual({ payload: value, drift: [] });
    expect(check(value).payload).toBe(value);
  });

  test("may have a new state and a new field, which are told", () => {
    expect(check({ id: 7, state: "paused", 王小明: 1 })).toEqual({
      payload: { id: 7, state: "paused", 王小明: 1 },
      drift: [
        { path: "state", kind: "unknown_value" },
        { path: "*", kind: "unknown_field" },
      ],
    });
  });

  test("may have another type where nothing depends on it", () => {
    expect(check({ id: 7, state: "done", note: 5 }).drift).toEqual([{ path: "note", kind: "unexpected_type" }]);
  });

  test.each<[string, unknown, string]>([
    ["a missing field", { state: "done" }, "id (missing_field)"],
    ["another type", { id: "7", state: "done" }, "id (unexpected_type)"],
    ["another type of a decision", { id: 7, state: "done", accepted: "true" }, "accepted (unexpected_type)"],
    [
      "several at once",
      { state: 5, accepted: 1 },
      "id (missing_field), state (unexpected_type), accepted (unexpected_type)",
    ],
  ])("is refused with %s, named by field and without a value", (_, value, where) => {
    expect(refusal(() => check(value)).message).toBe(
      `vendor callback: the callback differs from its documented shape at ${where}.`,
    );
  });
});
