import type { Auth } from "./auth/types.js";
import type { BaseUrl } from "./base-url.js";
import type { ClientOptions } from "./client-options.js";
import type { Codec } from "./codec.js";
import type { DriftLog } from "./drift-log.js";
import type { AnyEndpoint } from "./endpoint.js";
import type { VendorRefusal } from "./errors/api-error.js";
import type { Hooks } from "./hooks.js";
import type { Gate } from "./limits/gate.js";
import type { ResendBudget } from "./retry.js";
import type { Send } from "./send/types.js";

/** Says why a call must not be made, or nothing. */
export type Guard = (call: {
  readonly endpoint: AnyEndpoint;
  readonly input: unknown;
  /** Scheme and host that the call would go to. */
  readonly origin: string;
}) => string | undefined;

/** What a vendor's package brings. */
export interface TransportParts {
  readonly vendor: string;
  readonly baseUrl: BaseUrl;
  readonly auth: Auth;
  /** Reads the vendor's error body. */
  readonly readRefusal: (body: unknown) => VendorRefusal;
  readonly options: ClientOptions;
  /** What tells credentials apart; never shown. */
  readonly credential?: string | undefined;
  /** Most requests at once, where the caller does not say. */
  readonly concurrency?: number | undefined;
  /** Asked before anything is sent; a sentence refuses the call. */
  readonly guard?: Guard | undefined;
  /** How requests and answers travel, where that is not plain. */
  readonly codec?: Codec | undefined;
  /** Paths that the caller chose in place of inferred ones, by operation. */
  readonly paths?: Readonly<Record<string, string | undefined>>;
}

/** What every call of one client shares. */
export interface Shared extends TransportParts {
  readonly hooks: Hooks;
  readonly send: Send;
  readonly budget: ResendBudget;
  readonly gate: Gate;
  readonly drift: DriftLog;
}
