import { type ClientOptions, hostTransport, type Transport } from "@x/core";
import { readRefusal } from "./errors.js";
import { Kyt } from "./resources/kyt.js";
import { Neighbours } from "./resources/neighbours/neighbours.js";

/** Paths and bodies that the vendor's documents leave open. */
const inferred = { createVerification: "/v1/verifications" } as const;

/** Options of {@link VerifyVaspClient}. */
export interface VerifyVaspClientOptions extends ClientOptions {
  /**
   * Your own enclave, such as `https://enclave.internal:21117`; there is no default. A path is kept, for a proxy that
   * mounts the enclave below one. http to another machine needs `allowInsecureHttp`.
   */
  readonly baseUrl: string;
  /** Headers for a proxy of your own that stands before the enclave, such as `authorization`. The enclave itself asks for none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Other paths for operations that are inferred. */
  readonly paths?: { readonly [Operation in keyof typeof inferred]?: `/${string}` };
}

/**
 * Makes what sends calls, without the methods: `transport.request(contract, input)` bundles only the contracts used.
 *
 * @param options - Where the enclave is, and settings.
 * @throws {@link ConfigurationError} naming every option that cannot work.
 *
 * @example
 * const { requestId } = await verifyVaspTransport({ baseUrl }).request(requestChainalysisKytAssessment, { verificationUuid });
 */
export function verifyVaspTransport(options: VerifyVaspClientOptions): Transport {
  // The enclave closes idle connections after 5 s: the moment in which some runtimes send a POST twice.
  return hostTransport({ vendor: "VerifyVASP", readRefusal, inferred, connections: "fresh" }, options);
}

/** Client of a VerifyVASP enclave. */
export class VerifyVaspClient {
  /** Risk assessments by Chainalysis KYT. */
  readonly kyt: Kyt;
  /** The enclave's other operations, which stand around KYT. */
  readonly neighbours: Neighbours;

  /**
   * @param options - Where the enclave is, and settings.
   * @throws {@link ConfigurationError} naming every option that cannot work.
   *
   * @example
   * const verifyvasp = new VerifyVaspClient({ baseUrl: "https://enclave.internal:21117" });
   */
  constructor(options: VerifyVaspClientOptions) {
    const transport = verifyVaspTransport(options);
    this.kyt = new Kyt(transport);
    this.neighbours = new Neighbours(transport);
  }
}
