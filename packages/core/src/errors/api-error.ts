import type { ErrorCode, Outcome } from "./codes.js";
import { type CallFacts, SdkError } from "./sdk-error.js";

/** What a vendor's error body says, decoded by the vendor's package. */
export interface VendorRefusal {
  /** The vendor's own code. A number, or a string that the vendor documents: it is printed. */
  readonly code?: string | number | undefined;
  /** The vendor's own text. It may quote a person, so it is never printed. */
  readonly message?: string | undefined;
  /** What it means, in our own words, where the body tells more than the status. Printed. */
  readonly reason?: string | undefined;
}

/** What an API error is built from. */
export interface ApiErrorParts {
  readonly facts: CallFacts;
  readonly outcome: Outcome;
  readonly status: number;
  /** Given where the status alone says too little. */
  readonly code?: ErrorCode | undefined;
  readonly reason?: string | undefined;
  readonly refusal?: VendorRefusal | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly text?: string | undefined;
}

/** The vendor answered with an error status. */
export class ApiError extends SdkError {
  /** HTTP status. */
  readonly status: number;
  /** The vendor's own error code, where it sends one. */
  declare readonly vendorCode?: string | number;
  /** How long the vendor asks to wait, in milliseconds; absent when it does not say. */
  declare readonly retryAfterMs?: number;
  readonly #message: string | undefined;
  readonly #text: string | undefined;

  /** @hidden */
  constructor(parts: ApiErrorParts) {
    const code = parts.code ?? codeOf(parts.status);
    super({
      name: names[code] ?? "ApiError",
      code,
      outcome: parts.outcome,
      facts: parts.facts,
      says: `answered ${parts.status}. ${parts.refusal?.reason ?? parts.reason ?? generalReason(code)}`,
    });
    this.status = parts.status;
    if (parts.refusal?.code !== undefined) this.vendorCode = parts.refusal.code;
    if (parts.retryAfterMs !== undefined) this.retryAfterMs = parts.retryAfterMs;
    this.#message = parts.refusal?.message;
    this.#text = parts.text;
  }

  /** The vendor's own words. They may quote a person, so no log or inspection shows them. */
  readVendorMessage(): string | undefined {
    return this.#message;
  }

  /** The raw answer. It may hold personal data; it is never printed. */
  readBody(): string | undefined {
    return this.#text;
  }
}

const names: Partial<Record<ErrorCode, string>> = {
  bad_request: "BadRequestError",
  authentication: "AuthenticationError",
  permission: "PermissionError",
  not_found: "NotFoundError",
  conflict: "ConflictError",
  rate_limited: "RateLimitError",
  server: "ServerError",
};

function codeOf(status: number): ErrorCode {
  if (status === 400 || status === 422) return "bad_request";
  if (status === 401) return "authentication";
  if (status === 403) return "permission";
  if (status === 404 || status === 410) return "not_found";
  if (status === 409) return "conflict";
  if (status === 429) return "rate_limited";
  return status >= 500 || status === 408 ? "server" : "refused";
}

function generalReason(code: ErrorCode): string {
  switch (code) {
    case "authentication":
      return "The credential was not accepted.";
    case "permission":
      return "The credential may not do this.";
    case "rate_limited":
      return "Too many requests; see retryAfterMs.";
    case "server":
      return "The vendor failed.";
    default:
      return "The vendor refused the request; readVendorMessage() holds its words.";
  }
}
