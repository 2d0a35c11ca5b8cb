import {
  type Auth,
  type Endpoint,
  type KeyClientOptions,
  keyTransport,
  type RequestOptions,
  Transport,
} from "../../src/index.js";
import type { WireRequest } from "../../src/testing/node/index.js";
import { type Check, contracts, type Operation, type Page } from "./contracts.js";

/** What must never show: credential and person. */
export const secrets = { apiKey: "key-5f0c1a77", person: "Zoë Quartermain", id: 77_001_122 } as const;

const inputs: Readonly<Record<Operation, unknown>> = {
  getCheck: { id: secrets.id },
  listChecks: {},
  searchChecks: { reference: "ref-1", person: secrets.person },
  replaceCheck: { id: secrets.id, reference: "ref-1", person: secrets.person },
  addNote: { reference: "ref-1", person: secrets.person },
  orderCheck: { reference: "ref-1", person: secrets.person },
  orderFindableCheck: { reference: "ref-1", person: secrets.person },
  getMeteredRisk: { id: secrets.id },
};

/** What the vendor answers when nothing breaks; the id stands in the first half, so that a cut answer still shows it. */
export function answerTo(request: Pick<WireRequest, "method" | "target">): Check | Page {
  const one = { id: 4107, status: "approved", note: "as documented, in one piece" };
  const list = request.target === "/checks/search" || (request.method === "GET" && request.target === "/checks");
  return list ? { items: [one] } : one;
}

/** A client of the fake vendor. */
export function vendor(baseUrl: string, options: Omit<KeyClientOptions, "baseUrl" | "environment"> = {}): Transport {
  const parts = { vendor: "example", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) };
  return keyTransport(parts, { baseUrl, apiKey: secrets.apiKey, ...options });
}

/** Makes one call with an input that is right for it. */
export async function call(transport: Transport, operation: Operation, options?: RequestOptions): Promise<unknown> {
  return await transport.request(contracts[operation] as Endpoint<unknown, unknown>, inputs[operation], options);
}

/** A client whose credential comes from elsewhere. */
export function withAuth(url: string, auth: Auth): Transport {
  return new Transport({
    vendor: "example",
    baseUrl: { origin: url, path: "" },
    auth,
    readRefusal: () => ({}),
    options: {},
  });
}

/** A client whose credential never comes. */
export function withHangingAuth(url: string): Transport {
  return withAuth(url, { headers: async () => await new Promise<never>(() => undefined) });
}
