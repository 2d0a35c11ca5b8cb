import { isErrorWithBrand } from "./brand.js";
import type { ErrorCode, Outcome } from "./codes.js";

/** Which call failed, and after what. */
export interface CallFacts {
  /** Vendor the client talks to. */
  readonly vendor: string;
  /** Operation as the contract names it. */
  readonly operation: string;
  /** Requests sent, the failed one included; 0 when nothing was sent. */
  readonly attempts: number;
  /** Milliseconds from the call to the failure, waits included. */
  readonly elapsedMs: number;
}

/** What every error of this library is built from. */
export interface SdkErrorParts {
  readonly name: string;
  readonly code: ErrorCode;
  readonly outcome: Outcome;
  readonly facts: CallFacts;
  /** Sentence after "vendor operation: "; never holds a value of the caller or the vendor. */
  readonly says: string;
  readonly cause?: unknown;
}

/**
 * The one base of every failure.
 *
 * Each own property may be printed: credentials, persons and raw bodies are never among them.
 */
export class SdkError extends Error {
  /** What went wrong, one word per cause. */
  readonly code: ErrorCode;
  /** How far the call got. */
  readonly outcome: Outcome;
  /** Vendor the client talks to. */
  readonly vendor: string;
  /** Operation that failed, as its contract names it. */
  readonly operation: string;
  /** Requests sent, the failed one included; 0 when nothing was sent. */
  readonly attempts: number;
  /** Milliseconds from the call to the failure, waits included. */
  readonly elapsedMs: number;
  /** Where this failure is explained, inside the installed package. */
  readonly docs: string;

  /** @hidden */
  constructor(parts: SdkErrorParts) {
    const { facts } = parts;
    super(
      `${facts.vendor} ${facts.operation}: ${parts.says}`,
      parts.cause === undefined ? undefined : { cause: scrubCause(parts.cause) },
    );
    // Hidden from enumeration as on every Error; set here because subclasses are minified in users' bundles.
    Object.defineProperty(this, "name", { value: parts.name, configurable: true });
    this.code = parts.code;
    this.outcome = parts.outcome;
    this.vendor = facts.vendor;
    this.operation = facts.operation;
    this.attempts = facts.attempts;
    this.elapsedMs = facts.elapsedMs;
    this.docs = `@x/core/errors.md#${parts.code}`;
    Object.defineProperty(this, sdkErrorBrand, { value: true });
  }

  /** The printable facts, for structured logs. */
  toJSON(): Record<string, unknown> {
    const cause = isSdkError(this.cause) ? this.cause.toJSON() : causeText(this.cause);
    const own: Record<string, unknown> = Object.fromEntries(Object.entries(this));
    return { ...own, name: this.name, message: this.message, ...(cause === undefined ? {} : { cause }) };
  }
}

const sdkErrorBrand: unique symbol = Symbol.for("@x/core/sdk-error") as never;

/** Whether a value is an error of this library, whichever copy of it threw. */
export function isSdkError(value: unknown): value is SdkError {
  return isErrorWithBrand(value, sdkErrorBrand);
}

/** A foreign error reduced to its class and its code; messages of runtimes quote URLs and bodies. */
class ForeignCause extends Error {
  constructor(name: string, code: string | undefined) {
    super(code === undefined ? name : `${name} (${code})`);
    Object.defineProperty(this, "name", { value: "Cause", configurable: true });
    delete this.stack;
  }
}

function scrubCause(cause: unknown): Error {
  if (isSdkError(cause)) return cause;
  return new ForeignCause(safeWord(read(cause, "name")) ?? "Error", foreignCode(cause));
}

/** Deno tells by words alone that a handshake failed, and Bun gives it the code of any broken protocol. */
const handshakeFailed =
  /client error \(Connect\): (?:invalid peer certificate|received (?:fatal alert|corrupt message))|The TLS handshake failed/;

/** A runtime's own error code, from the error or from what it wraps; `ERR_TLS_HANDSHAKE` where only words tell of that. */
export function foreignCode(error: unknown): string | undefined {
  let at = error;
  for (let level = 0; level < 5; level++) {
    const message = read(at, "message");
    if (typeof message === "string" && handshakeFailed.test(message)) return "ERR_TLS_HANDSHAKE";
    const code = systemCode(read(at, "code"));
    if (code !== undefined) return code;
    at = read(at, "cause");
  }
  return undefined;
}

function systemCode(value: unknown): string | undefined {
  return typeof value === "string" &&
    /^(?:E[A-Z_]{2,20}|(?:ERR|UND_ERR|CERT|DEPTH|SELF_SIGNED|UNABLE)_[A-Z0-9_]{2,50})$/.test(value)
    ? value
    : undefined;
}

function safeWord(value: unknown): string | undefined {
  return typeof value === "string" && /^[A-Z][A-Za-z]{2,30}(?:Error|Exception)$/.test(value) ? value : undefined;
}

function read(value: unknown, key: "name" | "code" | "message" | "cause"): unknown {
  try {
    return typeof value === "object" ? (value as Record<string, unknown>)[key] : undefined;
  } catch {
    // Null, and what refuses to be looked at, say nothing.
    return undefined;
  }
}

function causeText(cause: unknown): string | undefined {
  return cause instanceof Error ? cause.message : undefined;
}
