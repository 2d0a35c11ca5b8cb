import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { type Deviation, isTolerable, judgeIssues } from "../../src/drift.js";
import { documentedIssues } from "../../src/issues.js";
import { expected } from "../../src/schema.js";

const judge = (schema: object, value: unknown, decisive: readonly string[] = []): Deviation[] =>
  judgeIssues(schema, value, documentedIssues(schema, value), decisive);
const wrong = (path: string, fatal = true): Deviation => ({ path, kind: "unexpected_type", fatal });
const missing = (path: string, fatal = true): Deviation => ({ path, kind: "missing_field", fatal });
const unknown = (path: string): Deviation => ({ path, kind: "unknown_field", fatal: false });
const unheard = (path: string): Deviation => ({ path, kind: "unknown_value", fatal: false });

test("only what is fatal cannot be handed out", () => {
  expect(isTolerable([])).toBe(true);
  expect(isTolerable([unknown("a"), wrong("b", false)])).toBe(true);
  expect(isTolerable([unknown("a"), wrong("b")])).toBe(false);
});

describe("a field", () => {
  test("that is not documented is told once for each, without its name", () => {
    const schema = z.strictObject({ inner: z.strictObject({ a: z.int() }) });
    expect(judge(schema, { inner: { a: 1, 王小明: 2, other: 3 }, third: 4 })).toEqual([
      unknown("inner.*"),
      unknown("inner.*"),
      unknown("*"),
    ]);
  });

  test("of another type is no new value, where there is no list of values", () => {
    expect(judge(z.strictObject({ id: z.int() }), { id: "7" })).toEqual([wrong("id")]);
  });

  test("may have a new value of any type that the list has", () => {
    const schema = z.strictObject({ state: z.literal(["a", 1]) });
    expect([judge(schema, { state: "b" }), judge(schema, { state: 2 })]).toEqual([
      [unheard("state")],
      [unheard("state")],
    ]);
    expect(judge(schema, { state: true })).toEqual([wrong("state")]);
  });

  test("that is missing is missing, whatever every object has by that name", () => {
    expect(judge(z.strictObject({ toString: z.int() }), {})).toEqual([missing("toString")]);
  });

  test.each([[{}], [{ a: undefined }], [{ a: null }], [{ a: 5 }]])(
    "that a rule over several fields names may stand in none: %j",
    (value) => {
      const rule = z.refine<Record<string, unknown>>(() => false, { path: ["a", "b"] });
      expect(judge(z.object({ a: z.optional(z.unknown()) }).check(rule), value)).toEqual([missing("a.*", false)]);
    },
  );
});

describe("a field that carries a decision", () => {
  test("must not have another type, in a list neither", () => {
    const schema = z.strictObject({
      accepted: z.optional(z.boolean()),
      results: z.optional(z.array(z.boolean())),
      note: z.optional(z.string()),
    });
    const value = { accepted: "yes", results: [true, "no"], note: 5 };
    expect(judge(schema, value, ["accepted", "results"])).toEqual([
      wrong("accepted"),
      wrong("results.*"),
      wrong("note", false),
    ]);
    expect(judge(schema, value)).toEqual([wrong("accepted", false), wrong("results.*", false), wrong("note", false)]);
  });

  test("may be missing where its type says so", () => {
    const schema = z.strictObject({ accepted: expected(z.boolean()) });
    expect(judge(schema, {}, ["accepted"])).toEqual([missing("accepted", false)]);
  });
});

describe("what can be done without", () => {
  const thing = z.strictObject({ id: z.int(), note: z.optional(z.string()) });

  test("is told by the nearest field: a list's element by the list, an object's field by itself", () => {
    const schema = z.strictObject({ must: z.array(thing), may: z.optional(z.array(thing)) });
    expect(judge(schema, { must: [5], may: [5] })).toEqual([wrong("must.*"), wrong("may.*", false)]);
    expect(judge(schema, { must: [{ id: 1, note: 5 }], may: [{ id: "1" }] })).toEqual([
      wrong("must.*.note", false),
      wrong("may.*.id"),
    ]);
  });

  test("is told by the record that a value stands in", () => {
    const schema = z.strictObject({
      must: z.record(z.string(), thing),
      may: z.optional(z.record(z.string(), thing)),
    });
    expect(judge(schema, { must: { wang: 5 }, may: { wang: 5, li: { id: 1, note: 2 } } })).toEqual([
      wrong("must.*"),
      wrong("may.*", false),
      wrong("may.*.note", false),
    ]);
  });
});

describe("a union", () => {
  test("of kinds is judged by the kind that the value says it is, however unfit", () => {
    const one = z.strictObject({ kind: z.literal("cat"), lives: z.int(), name: z.string() });
    const other = z.strictObject({ kind: z.literal("dog"), owner: z.optional(z.string()) });
    const schema = z.strictObject({ pet: z.union([one, other]) });
    expect(judge(schema, { pet: { kind: "cat", lives: "nine" } })).toEqual([wrong("pet.lives"), missing("pet.name")]);
    expect(judge(schema, { pet: { kind: "dog", age: 3 } })).toEqual([unknown("pet.*")]);
    expect(judge(schema, { pet: { kind: "fish" } })).toEqual([unheard("pet.kind")]);
  });

  const cat = z.strictObject({ lives: z.int(), tail: z.int(), ears: z.int() });
  const dog = z.strictObject({ tail: z.optional(z.string()), ears: z.optional(z.string()) });
  const pet = z.strictObject({ pet: z.union([z.string(), cat, dog]) });

  test("that fits nowhere is judged as the option that comes closest: nothing fatal is better than less", () => {
    expect(judge(pet, { pet: { tail: 1, ears: 2 } })).toEqual([wrong("pet.tail", false), wrong("pet.ears", false)]);
  });

  test("is judged as its first option when two come as close", () => {
    const schema = z.union([z.strictObject({ a: z.int() }), z.strictObject({ b: z.int() })]);
    expect(judge(schema, {})).toEqual([missing("a")]);
  });

  test("of which no option comes close is of another type", () => {
    expect(judge(pet, { pet: 5 })).toEqual([wrong("pet")]);
    expect(judge(z.strictObject({ pet: z.optional(z.union([z.int(), cat])) }), { pet: "x" })).toEqual([
      wrong("pet", false),
    ]);
    expect(judge(z.union([z.int(), cat]), "x")).toEqual([wrong("")]);
  });

  test("is of another type when its closest option objects to the whole, whatever else it objects to", () => {
    const never = z.refine<unknown>(() => false);
    const schema = z.union([z.strictObject({ a: z.int() }).check(never), z.strictObject({ a: z.int() }).check(never)]);
    expect(judge(schema, { a: 1, extra: 2 })).toEqual([wrong("")]);
  });

  test("carries decisions as well", () => {
    const schema = z.strictObject({ pet: z.union([cat, dog]) });
    expect(judge(schema, { pet: { ears: 1 } })).toEqual([wrong("pet.ears", false)]);
    expect(judge(schema, { pet: { ears: 1 } }, ["ears"])).toEqual([wrong("pet.ears")]);
  });

  test("with a field that tells its options apart is wrong there when none is told", () => {
    const tall = z.strictObject({ kind: z.literal("tall") });
    const schema = z.strictObject({
      one: z.discriminatedUnion("kind", [tall, z.strictObject({ kind: z.literal(1) })]),
    });
    expect(judge(schema, { one: { kind: "short" } })).toEqual([wrong("one.kind")]);
  });

  test("that stands where no field is documented is judged by nothing that is documented", () => {
    const schema = z.catchall(z.object({ id: z.int() }), z.union([z.int(), cat]));
    expect(judge(schema, { id: 1, wang: { tail: 1 }, constructor: "x" })).toEqual([wrong("*"), wrong("*")]);
  });
});
