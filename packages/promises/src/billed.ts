import { fixtures as argos } from "@x/argos/testing";
import { argosTransport } from "@x/argos";
import type { AnyEndpoint, ClientOptions, Transport } from "@x/core";
import { kryptogoTransport } from "@x/kryptogo";
import { fixtures as kryptogo } from "@x/kryptogo/testing";
import { kycPortalTransport } from "@x/kyc-portal";
import { fixtures as kycPortal } from "@x/kyc-portal/testing";
import { verifyVaspTransport } from "@x/verifyvasp-kyt";
import { fixtures as verifyVasp } from "@x/verifyvasp-kyt/testing";
import { type Record_, worlds } from "./worlds.ts";

/** A billed operation of one of the four vendors, with a vendor that does it. */
export interface BilledOperation {
  readonly vendor: string;
  readonly name: string;
  readonly endpoint: AnyEndpoint;
  /** A client of its vendor. */
  readonly connect: (baseUrl: string, options: ClientOptions) => Transport;
  /** The input of the n-th call; where records are looked up, no other call has the same. */
  readonly input: (n: number) => unknown;
  /** What the vendor answers to it. */
  readonly answer: (n: number) => unknown;
  /** What the vendor's list of such records answers; absent where there is none. */
  readonly list?: (records: readonly Record_[], query: URLSearchParams) => unknown;
}

interface Example {
  readonly endpoint: unknown;
  readonly input: unknown;
  readonly output: unknown;
  readonly wire: { readonly cost: string };
}

const clients: readonly (readonly [string, BilledOperation["connect"], Readonly<Record<string, Example>>])[] = [
  ["KryptoGO", (baseUrl, options) => kryptogoTransport({ ...options, baseUrl, apiKey: "a-key" }), kryptogo],
  ["Know Your Customer", (baseUrl, options) => kycPortalTransport({ ...options, baseUrl }), kycPortal],
  ["ARGOS", (baseUrl, options) => argosTransport({ ...options, baseUrl, apiKey: "a-key" }), argos],
  ["VerifyVASP", (baseUrl, options) => verifyVaspTransport({ ...options, baseUrl }), verifyVasp],
];

/** Every operation that the vendors' documents call billed, or do not call free. */
export const billedOperations: readonly BilledOperation[] = clients.flatMap(([vendor, connect, fixtures]) =>
  Object.entries(fixtures)
    .filter(([, { wire }]) => wire.cost === "billed")
    .map(([name, { endpoint, input, output }]) => ({
      vendor,
      name,
      endpoint: endpoint as AnyEndpoint,
      connect,
      input: () => input,
      answer: () => output,
      ...worlds[name]?.(input as never, output as never),
    })),
);
