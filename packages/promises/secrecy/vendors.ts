import { sendWithFetch } from "@x/core";
import { type AnyFixture, type ConformanceCase } from "@x/core/testing";
import { type FailingFetch, type Printer, secrecyCases, type SecrecyOptions } from "@x/core/testing/node";
import { ArgosClient } from "@x/argos";
import { fixtures as argosFixtures } from "@x/argos/testing";
import { KryptogoClient } from "@x/kryptogo";
import { fixtures as kryptogoFixtures } from "@x/kryptogo/testing";
import { KycPortalClient } from "@x/kyc-portal";
import { fixtures as kycPortalFixtures } from "@x/kyc-portal/testing";
import { VerifyVaspClient } from "@x/verifyvasp-kyt";
import { fixtures as verifyVaspFixtures } from "@x/verifyvasp-kyt/testing";
import { randomFrom } from "../src/random.ts";
import { badBody } from "./bodies.ts";

/** How much a run looks at, and what it notes. */
export interface SecrecyRun {
  readonly seed: number;
  /** Answers of a wrong shape for each operation. */
  readonly bodiesEach: number;
  readonly senders: readonly ("ky" | "fetch")[];
  /** One operation of this many is looked at, another one for another seed. */
  readonly oneOf: number;
  readonly printers: readonly Printer[];
  readonly onError: () => void;
}

/** Secrets and persons; each stands in the answers of a failing vendor under its name. */
export const canaries = {
  key: "canary-KEY-7f3a9b2c-0123456789abcdefghij",
  token: "canary-TOKEN-1b2c3d4e",
  name: "金絲雀小姐",
  id: "A298765431",
  email: "canary-person@example.com",
  birthday: "1971-02-13",
  image: "canary-image-bytes-55aa",
  address: "0xcanary5811001506550d8356a215be229c15b6ef",
} as const;

const png = new Uint8Array([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  ...new TextEncoder().encode(canaries.image),
]);
const pdf = new File([`%PDF-1.4\n${canaries.image}`], `${canaries.name}.pdf`, { type: "application/pdf" });

/** The person of a field, by its name in any of the four vendors. */
function personOf(field: string, value: unknown): unknown {
  if (value instanceof Blob) return pdf;
  if (value instanceof Uint8Array || /image$/i.test(field)) return png;
  if (typeof value !== "string") return undefined;
  if (field === "client_secret") return canaries.key;
  if (/email$|^admin$/.test(field)) return canaries.email;
  if (/birth/i.test(field)) return canaries.birthday;
  if (/^(?:id_number|identityNumber|documentNumber|serialNumber)$/.test(field)) return canaries.id;
  if (/ccountNumber|^address$/.test(field)) return canaries.address;
  return /name$|comment|^(?:query|note|data|role|value|message)$|Identifier$/i.test(field) ? canaries.name : undefined;
}

interface VendorParts<Client> {
  readonly vendor: string;
  readonly fixtures: Readonly<Record<string, AnyFixture<Client>>>;
  readonly connect: (options: SecrecyOptions<Client, "ky" | "fetch">) => Client;
  readonly failures?: (everything: string) => Readonly<Record<string, FailingFetch>>;
}

const operationHeader = "x-canary-operation";

function casesOf<Client>(parts: VendorParts<Client>, run: SecrecyRun): ConformanceCase[] {
  const { seed, bodiesEach, senders, oneOf, printers, onError } = run;
  const fixtures = Object.fromEntries(
    Object.entries(parts.fixtures).filter((_, at, { length }) => length < oneOf || (at + seed) % oneOf === 0),
  );
  const persons = Object.values(canaries);
  const random = randomFrom(seed);
  const bad: FailingFetch = async (request) => {
    const output = parts.fixtures[request.headers.get(operationHeader) ?? ""]?.output;
    return Response.json(badBody(output, persons, random));
  };
  const bodies = Object.fromEntries(Array.from({ length: bodiesEach }, (_, n) => [`bad body ${n}`, bad]));
  const cases = secrecyCases({
    senders,
    fixtures,
    canaries,
    planted: { key: "key", name: "name", id: "id" },
    withPerson: personOf,
    printers,
    failures: (everything) => ({ ...bodies, ...parts.failures?.(everything) }),
    connect: (options) => {
      const { fetch, hooks, fixture } = options;
      return parts.connect({
        ...options,
        fetch: async (input, init) => {
          const request = new Request(input, init);
          request.headers.set(operationHeader, fixture.endpoint.name);
          return await fetch(request);
        },
        hooks: { ...hooks, onError: (event) => (onError(), hooks.onError(event)) },
      });
    },
  });
  return cases.map(({ name, run: look }) => ({ name: `${parts.vendor}: ${name}`, run: look }));
}

const sender = (name: "ky" | "fetch"): { send?: typeof sendWithFetch } =>
  name === "fetch" ? { send: sendWithFetch } : {};

/** Every look at every operation of the four clients. */
export function allCases(run: SecrecyRun): ConformanceCase[] {
  const kryptogo: VendorParts<KryptogoClient> = {
    vendor: "kryptogo",
    fixtures: kryptogoFixtures,
    connect: ({ fetch, hooks, timeout, sender: name }) =>
      new KryptogoClient({
        baseUrl: "https://vendor.test",
        apiKey: canaries.key,
        timeout,
        fetch,
        hooks,
        ...sender(name),
      }),
  };
  const argos: VendorParts<ArgosClient> = {
    vendor: "argos",
    fixtures: argosFixtures,
    connect: ({ fetch, hooks, timeout, sender: name }) =>
      new ArgosClient({ baseUrl: "https://vendor.test", apiKey: canaries.key, timeout, fetch, hooks, ...sender(name) }),
    failures: (everything) => ({
      "encrypted and wrong": async () => Response.json({ data: everything, isEncrypted: true }),
      "string code": async () => Response.json({ errorCode: canaries.name, code: canaries.id }, { status: 400 }),
    }),
  };
  const verifyVasp: VendorParts<VerifyVaspClient> = {
    vendor: "verifyvasp",
    fixtures: verifyVaspFixtures,
    connect: ({ fetch, hooks, timeout, sender: name }) =>
      new VerifyVaspClient({
        baseUrl: "https://vendor.test",
        headers: { "x-proxy-key": canaries.key },
        timeout,
        fetch,
        hooks,
        ...sender(name),
      }),
  };
  return [
    ...casesOf(kryptogo, run),
    ...casesOf(argos, run),
    ...casesOf(verifyVasp, run),
    ...casesOf({ vendor: "kyc-portal", fixtures: kycPortalFixtures, connect: portal }, run),
  ];
}

/** A portal that gets its token, and the answer to the read before a create; what comes then fails. */
function portal(options: SecrecyOptions<KycPortalClient, "ky" | "fetch">): KycPortalClient {
  const { fetch, hooks, timeout, sender: name, fixture } = options;
  return new KycPortalClient({
    baseUrl: "https://vendor.test",
    clientId: "client-1",
    clientSecret: canaries.key,
    timeout,
    hooks,
    ...sender(name),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const line = `${request.method} ${new URL(request.url).pathname}`;
      if (line === fixture.before?.request) return Response.json(fixture.before.answer);
      if (line !== "POST /connect/token" || fixture.endpoint.name === "getToken") return await fetch(request);
      return Response.json({ access_token: canaries.token, token_type: "Bearer", expires_in: 600 });
    },
  });
}
