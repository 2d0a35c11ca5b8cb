import type { CallFacts, SdkError } from "../errors/sdk-error.js";

/** What putting a credential on a request may need to know of the call. */
export interface AuthCall {
  /** Milliseconds that the call may still take. */
  readonly remainingMs: number;
  /** Aborted when the call ends. */
  readonly signal: AbortSignal;
}

/** Puts the caller's credential on a request. */
export interface Auth {
  /** Header names and values for one attempt. */
  headers(call: AuthCall): Record<string, string> | Promise<Record<string, string>>;
  /** Told that a request with these headers was answered with 401; returns whether another credential is worth a try. */
  renew?(headers: Headers): boolean;
}

/** A credential could not be had. The call knows its own facts and makes its error with them. */
export class AuthFailure extends Error {
  readonly describe: (facts: CallFacts) => SdkError;

  constructor(describe: (facts: CallFacts) => SdkError) {
    super("no credential");
    this.describe = describe;
  }
}
