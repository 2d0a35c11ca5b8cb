import { credentialOf } from "./auth/credential-of.js";
import { Call } from "./call.js";
import type { RequestOptions } from "./client-options.js";
import { DriftLog } from "./drift-log.js";
import { type AnyEndpoint, type Endpoint, erased } from "./endpoint.js";
import type { OpenFile } from "./file-stream.js";
import { Gate } from "./limits/gate.js";
import { ownOnly } from "./own.js";
import { type Paged, type PageRule, paginate } from "./pagination.js";
import { resolved } from "./resolve.js";
import { ResendBudget } from "./retry.js";
import { sendWithKy } from "./send/ky.js";
import type { Shared, TransportParts } from "./client-state.js";

/** Sends calls as their contracts say. A client has one; it holds the credential and shows nothing. */
export class Transport {
  readonly #shared: Shared;

  constructor(given: TransportParts) {
    const parts = ownOnly(given);
    const hooks = ownOnly(parts.options.hooks ?? {});
    this.#shared = {
      ...parts,
      paths: ownOnly(parts.paths ?? {}),
      hooks,
      send: parts.options.send ?? sendWithKy,
      budget: new ResendBudget(),
      gate: new Gate(parts),
      drift: new DriftLog(parts.vendor, hooks),
    };
  }

  /**
   * Makes one call.
   *
   * @param endpoint - The contract.
   * @param input - What it takes.
   * @param options - Choices for this call alone.
   */
  async request<Input, Output>(
    endpoint: Endpoint<Input, Output>,
    input: Input,
    options: RequestOptions = {},
  ): Promise<Output> {
    const call = (): Call => new Call(this.#shared, erased(endpoint), options);
    if (options.resolve === "auto") return (await resolved(call, input, options.signal)) as Output;
    return (await call().run(input)) as Output;
  }

  /**
   * Makes one call and hands its answer on unread: for `streamFile`.
   *
   * @hidden
   */
  async open(endpoint: AnyEndpoint, input: unknown, options: RequestOptions = {}, how: OpenFile): Promise<unknown> {
    return await new Call(this.#shared, endpoint, options, how).run(input);
  }

  /**
   * The headers that carry the credential, for a request that this client has no method for. Handle them as a secret.
   *
   * @param options - Time limit, 30 s by default, and signal.
   * @returns Header names and values.
   * @throws {@link SdkError} when the credential was refused or could not be had in time.
   */
  async credential(options: Pick<RequestOptions, "timeout" | "signal"> = {}): Promise<Record<string, string>> {
    return await credentialOf(this.#shared, options);
  }

  /** Reads a list page by page. */
  pages<Input, Page, Item>(
    endpoint: Endpoint<Input, Page>,
    input: Input,
    rule: PageRule<Input, Page, Item>,
    options?: RequestOptions,
  ): Paged<Item> {
    return paginate((at) => this.request(endpoint, at, options), input, rule);
  }
}
