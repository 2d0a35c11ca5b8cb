import { isSdkError } from "@x/core";
import { randomFrom } from "../src/random.ts";
import type { Finding } from "./client.ts";
import { operations } from "./vendors.ts";

/** What no field of any operation takes. */
const misfits: readonly unknown[] = [
  Symbol("x"),
  () => "x",
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  { "not\u0000a\u0000field": 1 },
  [[{ nothing: 1 }]],
  new Map([["a", 1]]),
  new Date(Number.NaN),
];

/** Fields whose form the vendor does not document: an object of any fields is taken. */
const open: ReadonlySet<string> = new Set(["updateCompanyIdentity.fields", "updateIndividualIdentity.fields"]);

/** Inputs with something wrong in them: none leaves this machine. */
export async function badInputs(seed: number, count: number): Promise<Finding> {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const wrong: string[] = [];
  let refused = 0;
  for (let n = 0; n < count; n++) {
    const { vendor, endpoint, fixture, call } = operations[n % operations.length] ?? pick(operations);
    const [what, input] = spoilt(endpoint.name, fixture.input as Readonly<Record<string, unknown>>, random, pick);
    let requests = 0;
    const error: unknown = await call(input, () => (requests++, Response.json({}))).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (requests === 0 && isSdkError(error) && error.code === "invalid_input" && error.outcome === "not_sent")
      refused++;
    else wrong.push(`${vendor} ${endpoint.name}, ${what}: ${requests} requests, ${String(error).slice(0, 200)}`);
  }
  return { seen: `${refused} of ${count} inputs refused, over ${operations.length} operations`, wrong };
}

function spoilt(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  random: () => number,
  pick: <T>(from: readonly T[]) => T,
): [what: string, input: unknown] {
  const fields = Object.keys(input);
  const draw = random();
  if (draw < 0.1) return ["no object", pick([null, "text", 7, [input], true, Symbol("x")])];
  if (draw < 0.4 || fields.length === 0)
    return ["an unknown field", { ...input, [`field_${n36(random)}`]: pick([1, "x", {}, null]) }];
  const field = pick(fields);
  const fitting = misfits.filter((one) => typeof one !== "object" || !open.has(`${operation}.${field}`));
  return [`a misfit in ${field}`, { ...input, [field]: pick(fitting) }];
}

function n36(random: () => number): string {
  return Math.floor(random() * 1e9).toString(36);
}
