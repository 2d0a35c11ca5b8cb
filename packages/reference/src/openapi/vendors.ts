import { ArgosClient } from "@x/argos";
import { KryptogoClient } from "@x/kryptogo";
import { KycPortalClient } from "@x/kyc-portal";
import { VerifyVaspClient } from "@x/verifyvasp-kyt";

/** What a document says of a vendor and no contract holds. That the scheme is right, the client's own calls show. */
export interface VendorFacts {
  readonly title: string;
  readonly version: string;
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  /** OpenAPI security scheme; none where the vendor asks for no credential. */
  readonly security?: Readonly<Record<string, unknown>>;
  /** Makes a client that calls another URL. */
  readonly connect: (options: { baseUrl: string; fetch: typeof globalThis.fetch }) => unknown;
}

const strict = { responseValidation: "strict" } as const;

/** By the package's folder. */
export const vendorFacts: Readonly<Record<string, VendorFacts>> = {
  argos: {
    title: "ARGOS Identity, ID check API",
    version: "v3",
    servers: [
      {
        url: "https://rest-api.argosidentity.com/v3",
        description: "Test and production are projects with keys of their own",
      },
    ],
    security: { type: "apiKey", in: "header", name: "x-api-key" },
    connect: (options) => new ArgosClient({ ...options, ...strict, apiKey: "a-key-of-nobody" }),
  },
  kryptogo: {
    title: "KryptoGO Compliance (KYABC)",
    version: "V1",
    servers: [{ url: "https://external-api.kryptogo.com", description: "Production, the only documented environment" }],
    security: { type: "apiKey", in: "header", name: "GOFACT-API-TOKEN" },
    connect: (options) => new KryptogoClient({ ...options, ...strict, apiKey: "a-key-of-nobody" }),
  },
  "kyc-portal": {
    title: "Know Your Customer, Public API",
    version: "v2",
    servers: [
      { url: "https://api-uat.knowyourcustomer.com", description: "UAT, Europe" },
      { url: "https://api-uathk.knowyourcustomer.com", description: "UAT, Asia" },
      { url: "https://api.knowyourcustomer.com", description: "Production, Europe" },
      { url: "https://api-asia.knowyourcustomer.com", description: "Production, Asia" },
      { url: "https://api.knowyourcustomer.dev", description: "Sandbox" },
    ],
    security: { type: "http", scheme: "bearer", description: "Token of 10 minutes from POST /connect/token" },
    connect: (options) =>
      new KycPortalClient({
        ...options,
        ...strict,
        clientId: "a-client-of-nobody",
        clientSecret: "a-secret-of-nobody",
      }),
  },
  "verifyvasp-kyt": {
    title: "VerifyVASP enclave: Chainalysis KYT and its neighbours",
    version: "v1",
    servers: [{ url: "https://enclave.internal:21117", description: "Your own enclave; the name is an example" }],
    connect: (options) => new VerifyVaspClient({ ...options, ...strict }),
  },
};
