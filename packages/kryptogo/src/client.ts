import { type ClientOptions, keyTransport, type Transport } from "@x/core";
import { readRefusal } from "./errors.js";
import { Idv } from "./resources/idv.js";
import { Kya } from "./resources/kya.js";
import { SearchTasks } from "./resources/searchTasks.js";

/** Paths for operations whose path the vendor's documents do not give. */
export interface KryptogoPaths {
  /** Default `/kya`. */
  readonly createKyaTask?: `/${string}`;
  /** Default `/task/{task_id}/detail`; another one has `{task_id}` in it as well. */
  readonly getSearchTaskDetail?: `/${string}`;
}

/** Written out again: importing the contracts would bring them into every bundle. A test compares the two. */
const inferred: Required<KryptogoPaths> = {
  createKyaTask: "/kya",
  getSearchTaskDetail: "/task/{task_id}/detail",
};

/** Where calls go, always named: a real check must never be ordered because production was the default. */
export type KryptogoDestination =
  | {
      /** KryptoGO's production, the only environment it documents. */
      readonly environment: "production";
      readonly baseUrl?: undefined;
      /** Token of the API, from the vendor. */
      readonly apiKey: string;
    }
  | {
      readonly environment?: undefined;
      /** Another URL: a fake, a proxy, or your own backend. */
      readonly baseUrl: string;
      /** Token of the API; left out when your own backend adds it. */
      readonly apiKey?: string;
    };

/** Options of {@link KryptogoClient}. */
export type KryptogoClientOptions = ClientOptions &
  KryptogoDestination & {
    /** Other paths for operations whose path is inferred. */
    readonly paths?: KryptogoPaths;
  };

/**
 * Makes what sends calls, without the methods: `transport.request(contract, input)` bundles only the contracts used.
 *
 * @param options - Destination, credential and settings.
 * @throws {@link ConfigurationError} naming every option that cannot work.
 *
 * @example
 * const task = await kryptogoTransport({ environment: "production", apiKey }).request(getSearchTaskSummary, { task_id: 123 });
 */
export function kryptogoTransport(options: KryptogoClientOptions): Transport {
  return keyTransport(
    {
      vendor: "KryptoGO",
      environments: { production: "https://external-api.kryptogo.com" },
      keyHeader: "GOFACT-API-TOKEN",
      readRefusal,
      inferred,
    },
    options,
  );
}

/** Client of KryptoGO Compliance (V1, "KYABC"). */
export class KryptogoClient {
  /** Risk of blockchain addresses. */
  readonly kya: Kya;
  /** Due-diligence searches on persons and companies. */
  readonly searchTasks: SearchTasks;
  /** Identity verification of persons by document and face. */
  readonly idv: Idv;

  /**
   * @param options - Destination, credential and settings.
   * @throws {@link ConfigurationError} naming every option that cannot work.
   *
   * @example
   * const kryptogo = new KryptogoClient({ environment: "production", apiKey });
   */
  constructor(options: KryptogoClientOptions) {
    const transport = kryptogoTransport(options);
    this.kya = new Kya(transport);
    this.searchTasks = new SearchTasks(transport);
    this.idv = new Idv(transport);
  }
}
