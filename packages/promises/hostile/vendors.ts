import { ArgosClient } from "@x/argos";
import * as argosEndpoints from "@x/argos/endpoints";
import { fixtures as argosFixtures } from "@x/argos/testing";
import type { AnyEndpoint, Hooks, ResponseValidation } from "@x/core";
import type { AnyFixture } from "@x/core/testing";
import { KryptogoClient } from "@x/kryptogo";
import * as kryptogoEndpoints from "@x/kryptogo/endpoints";
import { fixtures as kryptogoFixtures } from "@x/kryptogo/testing";
import { KycPortalClient } from "@x/kyc-portal";
import * as kycPortalEndpoints from "@x/kyc-portal/endpoints";
import { fixtures as kycPortalFixtures } from "@x/kyc-portal/testing";
import { VerifyVaspClient } from "@x/verifyvasp-kyt";
import * as verifyVaspEndpoints from "@x/verifyvasp-kyt/endpoints";
import { fixtures as verifyVaspFixtures } from "@x/verifyvasp-kyt/testing";

/** Answers a request in place of a vendor. */
type Answer = (request: Request) => Response | Promise<Response>;

/** What a call is made with. */
interface CallOptions {
  readonly hooks?: Hooks;
  readonly responseValidation?: ResponseValidation;
}

/** One operation of one vendor, ready to be called. */
export interface VendorOperation {
  readonly vendor: string;
  readonly endpoint: AnyEndpoint;
  readonly fixture: AnyFixture<never>;
  /** Calls it; what signs in and looks before a create is answered by itself. */
  readonly call: (input: unknown, answer: Answer, options?: CallOptions) => Promise<unknown>;
}

interface Settings extends CallOptions {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
}

const baseUrl = "https://vendor.test";

function operationsOf<Client>(
  vendor: string,
  endpoints: object,
  fixtures: Readonly<Record<string, AnyFixture<Client>>>,
  connect: (settings: Settings) => Client,
): VendorOperation[] {
  return Object.entries(fixtures).map(([name, fixture]) => ({
    vendor,
    endpoint: (endpoints as Readonly<Record<string, AnyEndpoint>>)[name] as AnyEndpoint,
    fixture: fixture as unknown as AnyFixture<never>,
    call: async (input, answer, options = {}) => {
      const fetch: typeof globalThis.fetch = async (given, init) => {
        const request = new Request(given, init);
        const line = request.url.slice(baseUrl.length);
        if (line === "/connect/token" && name !== "getToken")
          return Response.json({ access_token: "token-of-nobody", token_type: "Bearer", expires_in: 600 });
        if (`${request.method} ${line}` === fixture.before?.request) return Response.json(fixture.before.answer);
        return await answer(request);
      };
      return await fixture.call(connect({ ...options, baseUrl, fetch }), input as never);
    },
  }));
}

/** Every operation of the four clients. */
export const operations: readonly VendorOperation[] = [
  ...operationsOf(
    "kryptogo",
    kryptogoEndpoints,
    kryptogoFixtures,
    (settings) => new KryptogoClient({ ...settings, apiKey: "key-of-nobody" }),
  ),
  ...operationsOf(
    "argos",
    argosEndpoints,
    argosFixtures,
    (settings) => new ArgosClient({ ...settings, apiKey: "key-of-nobody-000000000000000000" }),
  ),
  ...operationsOf("verifyvasp", verifyVaspEndpoints, verifyVaspFixtures, (settings) => new VerifyVaspClient(settings)),
  ...operationsOf(
    "kyc-portal",
    kycPortalEndpoints,
    kycPortalFixtures,
    (settings) => new KycPortalClient({ ...settings, clientId: "client-1", clientSecret: "secret-of-nobody" }),
  ),
];
