import * as z from "zod/mini";
import type { AnyEndpoint, Endpoint } from "../../src/endpoint.js";
import { type Schema, schemaFor } from "../../src/schema.js";

/** Any input or output, for tests that look at something else. */
const anything: Schema<unknown> = schemaFor<unknown>()(() => z.unknown());

/** An endpoint of which the test names only what it looks at. */
export function contract(facts: Partial<Endpoint<never, unknown>> = {}): AnyEndpoint {
  return {
    name: "getThing",
    method: "GET",
    path: "/things/{id}",
    input: anything as Schema<never>,
    output: anything,
    errors: {},
    effect: "read",
    cost: "free",
    ...facts,
  };
}
