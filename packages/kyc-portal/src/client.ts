import { type ClientOptions, type Guard, tokenTransport, type TokenClientSettings, type Transport } from "@x/core";
import { readRefusal } from "./errors.js";
import { inferredPaths } from "./models/inferredPaths.js";
import { Auth } from "./resources/auth.js";
import { CaseSteps } from "./resources/caseSteps.js";
import { Companies } from "./resources/companies.js";
import { Documents } from "./resources/documents.js";
import { Individuals } from "./resources/individuals.js";
import { Reference } from "./resources/reference.js";
import { RegistryFilings } from "./resources/registryFilings.js";
import { SandboxWebhooks } from "./resources/sandboxWebhooks.js";
import { Service } from "./resources/service.js";
import { Users } from "./resources/users.js";

/** Base URL of each environment. */
export const environments = {
  "uat-europe": "https://api-uat.knowyourcustomer.com",
  "uat-asia": "https://api-uathk.knowyourcustomer.com",
  "production-europe": "https://api.knowyourcustomer.com",
  "production-asia": "https://api-asia.knowyourcustomer.com",
  sandbox: "https://api.knowyourcustomer.dev",
} as const;

/** Name of an environment of the vendor. */
export type KycPortalEnvironment = keyof typeof environments;

/** Where calls go, always named: a case must never be ordered because production was the default. */
export type KycPortalDestination =
  | {
      readonly environment: KycPortalEnvironment;
      readonly baseUrl?: undefined;
      /** Client id, from Administration, API Credentials. */
      readonly clientId: string;
      /** One of the client id's secrets. The vendor shows it once. */
      readonly clientSecret: string;
    }
  | {
      readonly environment?: undefined;
      /** Another URL: a fake, a proxy, or your own backend. */
      readonly baseUrl: string;
      /** Client id; left out together with the secret when your own backend adds the token. */
      readonly clientId?: string;
      /** Secret of the client id. */
      readonly clientSecret?: string;
    };

/** Options of {@link KycPortalClient}. `concurrency` is 4 where it is not given. */
export type KycPortalClientOptions = ClientOptions &
  TokenClientSettings &
  KycPortalDestination & {
    /**
     * Lets billed operations run on a production host, where each costs money. Default false: they are refused before
     * anything is sent. Other hosts are never refused.
     */
    readonly allowProductionBilling?: boolean;
    /** Other paths for operations whose path or body is inferred. */
    readonly paths?: { readonly [Operation in keyof typeof inferredPaths]?: `/${string}` };
  };

/**
 * Makes what sends calls, without the methods: `transport.request(contract, input)` bundles only the contracts used.
 *
 * @param options - Destination, credential and settings.
 * @throws {@link ConfigurationError} naming every option that cannot work.
 *
 * @example
 * const found = await kycPortalTransport({ environment: "sandbox", clientId, clientSecret }).request(listJurisdictions, {});
 */
export function kycPortalTransport(options: KycPortalClientOptions): Transport {
  return tokenTransport(
    {
      vendor: "Know Your Customer",
      environments,
      tokenPath: "/connect/token",
      scope: "PublicApi",
      audience: "PublicApi",
      tokenSeconds: 600,
      // The vendor documents no limit, and an answer that it would be one was never seen.
      concurrency: 4,
      readRefusal,
      inferred: inferredPaths,
      guard: spendGuard(options.allowProductionBilling === true),
    },
    options,
  );
}

const productionHosts: ReadonlySet<string> = new Set<string>([
  environments["production-europe"],
  environments["production-asia"],
]);

/** Refuses what costs money on a production host, unless it was allowed. */
function spendGuard(allowed: boolean): Guard {
  return ({ endpoint, input, origin }) => {
    if (allowed || !productionHosts.has(origin)) return undefined;
    if (endpoint.cost !== "billed" || neverReviews(input)) return undefined;
    return "it costs money on a production host. Set allowProductionBilling on the client to let it through.";
  };
}

/** Each review that comes due is billed as a case; taking a date away is not. */
function neverReviews(input: unknown): boolean {
  const { reviewDate } = (input ?? {}) as { reviewDate?: unknown };
  return reviewDate === null || reviewDate === "Do not review";
}

/** Client of Know Your Customer's Public API v2. */
export class KycPortalClient {
  /** Cases of companies: search, creation, structure, documents, monitoring. */
  readonly companies: Companies;
  /** Cases of individuals: creation, documents, monitoring. */
  readonly individuals: Individuals;
  /** What there is to review in a case, and notes on it. */
  readonly caseSteps: CaseSteps;
  /** Documents by their id. */
  readonly documents: Documents;
  /** Jurisdictions, company types, names of properties. */
  readonly reference: Reference;
  /** People who work on cases. */
  readonly users: Users;
  /** Filings that Hong Kong's registry sells. */
  readonly registryFilings: RegistryFilings;
  /** URLs that the sandbox calls. */
  readonly sandboxWebhooks: SandboxWebhooks;
  /** Version, health, and a search over all cases. */
  readonly service: Service;
  /** Tokens, for checking a credential. */
  readonly auth: Auth;

  /**
   * @param options - Destination, credential and settings.
   * @throws {@link ConfigurationError} naming every option that cannot work.
   *
   * @example
   * const portal = new KycPortalClient({ environment: "sandbox", clientId, clientSecret });
   */
  constructor(options: KycPortalClientOptions) {
    const transport = kycPortalTransport(options);
    this.companies = new Companies(transport);
    this.individuals = new Individuals(transport);
    this.caseSteps = new CaseSteps(transport);
    this.documents = new Documents(transport);
    this.reference = new Reference(transport);
    this.users = new Users(transport);
    this.registryFilings = new RegistryFilings(transport);
    this.sandboxWebhooks = new SandboxWebhooks(transport);
    this.service = new Service(transport);
    this.auth = new Auth(transport);
  }
}
