import { type Endpoint, keyTransport, schemaFor, type Send, type Transport } from "@x/core";
import * as z from "zod/mini";

const anything = schemaFor<unknown>()(() => z.unknown());

/** Where every request of these checks has to go. */
export const origin = "https://vendor.test";

/** A client of no vendor, whose answers come from a function. */
export function client(answer: (request: Request) => Response | Promise<Response>, send?: Send): Transport {
  return keyTransport(
    { vendor: "vendor", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) },
    {
      baseUrl: `${origin}/base`,
      apiKey: "key-of-nobody",
      fetch: async (input, init) => await answer(new Request(input, init)),
      ...(send === undefined ? {} : { send }),
    },
  );
}

/** An operation that takes and answers anything. */
export function operation(facts: Partial<Endpoint<unknown, unknown>> = {}): Endpoint<unknown, unknown> {
  return {
    name: "getThing",
    method: "GET",
    path: "/things/{id}/parts",
    input: anything,
    output: anything,
    errors: {},
    effect: "read",
    cost: "free",
    ...facts,
  };
}

/** What one check came to. */
export interface Finding {
  /** What was looked at, in figures. */
  readonly seen: string;
  /** What should not have been; empty when all is well. */
  readonly wrong: readonly string[];
}
