import { defineEndpoint, type KeyClientOptions, keyTransport, schemaFor, type Transport } from "@x/core";
import { bearerProof, createReceiver, type ReceiverOptions, type SweepingReceiver } from "@x/core/callbacks";
import * as z from "zod/mini";
import { tokenOfNobody } from "./keys.ts";

/** A client as a vendor's package has one. */
class SomeClient {
  readonly transport: Transport;

  constructor(options: KeyClientOptions) {
    const environments = { production: "https://api.some.test" };
    this.transport = keyTransport(
      { vendor: "Some", environments, keyHeader: "x-key", readRefusal: () => ({}) },
      options,
    );
  }
}

interface Thing {
  id: number;
  name: string;
}

const getThing = defineEndpoint<Pick<Thing, "id">, Thing>({
  name: "getThing",
  method: "GET",
  path: "/things/{id}",
  input: schemaFor<Pick<Thing, "id">>()(() => z.strictObject({ id: z.number() })),
  output: schemaFor<Thing>()(() => z.strictObject({ id: z.number(), name: z.string() })),
  errors: {},
  effect: "read",
  cost: "free",
  decisive: ["id"],
});

/** A receiver as a vendor's package has one. */
function createSomeReceiver(options: ReceiverOptions<object>): SweepingReceiver {
  return createReceiver<object, object>(
    {
      vendor: "Some",
      parse: (text) => JSON.parse(text) as object,
      key: async (_, digest) => await digest(),
      subject: () => undefined,
      tell: (event) => ({ event, state: "", rank: 0, final: false }),
      acknowledgement: { status: 200, headers: {}, body: "" },
      budgetMs: 1000,
      withoutStore: "take",
    },
    options,
  );
}

/** A vendor's package without a vendor, for what belongs to all of them. */
export async function coreScene() {
  const names = {
    SomeClient,
    apiKey: "a-key",
    createSomeReceiver,
    db: { insert: async (_: string, row: object) => await Promise.resolve(row) },
    getThing,
    receive: createSomeReceiver({ proofs: [bearerProof(tokenOfNobody)], onEvent: () => undefined }),
  };
  return await Promise.resolve({ names, net: { hosts: [], fetch: globalThis.fetch }, env: {} });
}
