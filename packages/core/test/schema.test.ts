import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import * as classic from "zod";
import { documentedIssues } from "../src/issues.js";
import { expected, openCode, openEnum, type OtherNumber, type OtherString, schemaFor } from "../src/schema.js";
import { judgeIssues } from "../src/drift.js";
import { zodOf } from "../src/zod.js";

interface Inner {
  mode: 1 | 2 | OtherNumber;
  note?: string | undefined;
}
interface Record_ {
  id: number;
  state: "a" | "b" | OtherString;
  inner?: Inner | null | undefined;
  other?: Inner | undefined;
  words?: string[] | undefined;
  accepted?: boolean | null | undefined;
}
const innerSchema = schemaFor<Inner>()(() =>
  z.strictObject({ mode: openCode(z.literal([1, 2])), note: z.optional(z.string()) }),
);
const recordSchema = schemaFor<Record_>()(() =>
  z.strictObject({
    id: z.int(),
    state: openEnum(z.enum(["a", "b"])),
    inner: expected(z.nullable(innerSchema)),
    other: expected(innerSchema),
    words: z.optional(z.array(z.string())),
    accepted: z.optional(z.nullable(z.boolean())),
  }),
);
const whole = { id: 1, state: "a", inner: { mode: 1 }, other: { mode: 2 } };
const judge = (value: unknown) => judgeIssues(recordSchema, value, documentedIssues(recordSchema, value), ["accepted"]);

describe("drift", () => {
  test("a documented answer has none", () => {
    expect(judge(whole)).toEqual([]);
  });
  test("a new enum value, a new field and an absent expected field are tolerable", () => {
    expect(judge({ ...whole, state: "c" })).toEqual([{ path: "state", kind: "unknown_value", fatal: false }]);
    expect(judge({ ...whole, extra: 1 })).toEqual([{ path: "*", kind: "unknown_field", fatal: false }]);
    expect(judge({ id: 1, state: "a", other: { mode: 1 } })).toEqual([
      { path: "inner", kind: "missing_field", fatal: false },
    ]);
    expect(judge({ ...whole, inner: { mode: 3, extra: 1 } })).toEqual([
      { path: "inner.mode", kind: "unknown_value", fatal: false },
      { path: "inner.*", kind: "unknown_field", fatal: false },
    ]);
  });
  test("a missing required field and another type in it are fatal", () => {
    expect(judge({ ...whole, id: undefined })).toEqual([{ path: "id", kind: "missing_field", fatal: true }]);
    expect(judge({ ...whole, state: 5 })).toEqual([{ path: "state", kind: "unexpected_type", fatal: true }]);
    expect(judge([])).toEqual([{ path: "", kind: "unexpected_type", fatal: true }]);
  });
  test("another type in an optional field is tolerable unless it carries a decision", () => {
    expect(judge({ ...whole, words: [1] })).toEqual([{ path: "words.*", kind: "unexpected_type", fatal: false }]);
    expect(judge({ ...whole, accepted: "true" })).toEqual([{ path: "accepted", kind: "unexpected_type", fatal: true }]);
  });
});

describe("in a schema of the user's own", () => {
  const mine = classic.object({ task: zodOf(recordSchema), at: classic.string() });
  test("drift passes and nothing is lost", () => {
    const value = { task: { ...whole, state: "new", extra: 1 }, at: "x" };
    expect(mine.parse(value)).toEqual(value);
    expect(z.array(zodOf(recordSchema)).parse([value.task])).toEqual([value.task]);
  });
  test("a lie does not", () => {
    expect(mine.safeParse({ task: { state: "a" }, at: "x" }).success).toBe(false);
  });
  test("it prints as JSON schema and validates as a standard schema", async () => {
    expect(classic.toJSONSchema(mine)).toMatchObject({
      properties: { task: { properties: { id: { type: "integer" } } } },
    });
    expect(await zodOf(recordSchema)["~standard"].validate(whole)).toEqual({ value: whole });
    expect(await zodOf(recordSchema)["~standard"].validate({})).toHaveProperty("issues");
  });
});
