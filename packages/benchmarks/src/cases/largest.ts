import { fixtures as argos } from "@x/argos/testing";
import type { AnyFixture } from "@x/core/testing";
import { zodOf } from "@x/core/zod";
import { fixtures as kryptogo } from "@x/kryptogo/testing";
import { fixtures as portal } from "@x/kyc-portal/testing";
import { fixtures as enclave } from "@x/verifyvasp-kyt/testing";
import { costSync, type Figures } from "../measure.ts";

/** An operation's contract and the answer that its vendor documents for it. */
interface Documented {
  readonly name: string;
  readonly answer: unknown;
  readonly output: Parameters<typeof zodOf>[0];
}

/** The longest documented answer of each vendor. */
export const largest: Readonly<Record<string, Documented>> = {
  kryptogo: longestOf(kryptogo),
  "kyc-portal": longestOf(portal),
  argos: longestOf(argos),
  "verifyvasp-kyt": longestOf(enclave),
};

export function lengthOf(answer: unknown): number {
  return JSON.stringify(answer).length;
}

function longestOf(fixtures: Readonly<Record<string, unknown>>): Documented {
  const all = (Object.values(fixtures) as AnyFixture<never>[]).flatMap(({ endpoint, output: answer }): Documented[] => {
    const { name, output } = endpoint as Omit<Documented, "answer">;
    return answer === undefined || answer instanceof Uint8Array ? [] : [{ name, answer, output }];
  });
  const [longest] = all.toSorted((a, b) => lengthOf(b.answer) - lengthOf(a.answer));
  if (longest === undefined) throw new Error("A vendor without answers.");
  return longest;
}

/** Processor time of reading that answer, of our check, and of zod's for the same schema. */
export function largestAnswer(vendor: string): Figures {
  const one = largest[vendor];
  if (one === undefined) throw new Error(`There is no vendor ${vendor}.`);
  const text = JSON.stringify(one.answer);
  // As it comes from a socket, without what a literal of the source shares.
  const value = JSON.parse(text) as unknown;
  if (!one.output.accepts(value)) throw new Error(`${one.name} refuses what its vendor documents.`);
  const schema = zodOf(one.output);
  return {
    parse: costSync(() => JSON.parse(text) as unknown),
    ours: costSync(() => one.output.accepts(value)),
    zod: costSync(() => schema.parse(value), { warm: 5000, each: 5000 }),
  };
}
