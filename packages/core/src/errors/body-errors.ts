import type { ErrorCode, Outcome } from "./codes.js";
import type { Reconcile, Reconciled, ReconcileOptions } from "./outcome-errors.js";
import { type CallFacts, SdkError } from "./sdk-error.js";

/** Codes of answers that came and could not be used. */
export type BodyErrorCode =
  | "truncated_body"
  | "body_too_large"
  | "unexpected_content"
  | "undecryptable"
  | "invalid_json"
  | "unexpected_shape";

/** Where an answer leaves its contract. Never holds a value or an undocumented key. */
export interface ShapeIssue {
  /** Field, dotted; `*` for an index or a key of the vendor's choice. */
  readonly path: string;
  /** How it differs. */
  readonly kind: "unknown_field" | "unknown_value" | "missing_field" | "unexpected_type";
}

/** What a body error is built from. */
export interface BodyErrorParts {
  readonly code: BodyErrorCode;
  readonly outcome: Outcome;
  readonly facts: CallFacts;
  readonly status: number;
  readonly says: string;
  readonly text?: string | undefined;
  readonly createdIds?: readonly (string | number)[];
  readonly issues?: readonly ShapeIssue[];
  readonly cause?: unknown;
}

/** An answer came and cannot be used: cut, too large, not JSON, or not of the documented shape. */
export class BodyError extends SdkError {
  /** HTTP status of the answer. */
  readonly status: number;
  /** Ids of what was created, as far as they could be read out of the broken answer. */
  declare readonly createdIds?: readonly (string | number)[];
  /** Where the answer leaves its contract; only with code `unexpected_shape`. */
  declare readonly issues?: readonly ShapeIssue[];
  /** True when something was created, its id is not known, and {@link BodyError.reconcile} can find it. */
  declare readonly canReconcile?: true;
  #reconcile: Reconcile<unknown> | undefined;
  readonly #text: string | undefined;

  declare readonly code: ErrorCode & BodyErrorCode;

  /** @hidden */
  constructor(parts: BodyErrorParts) {
    super({
      name: "BodyError",
      code: parts.code,
      outcome: parts.outcome,
      facts: parts.facts,
      says: parts.says,
      cause: parts.cause,
    });
    this.status = parts.status;
    if (parts.createdIds !== undefined && parts.createdIds.length > 0) this.createdIds = parts.createdIds;
    if (parts.issues !== undefined) this.issues = parts.issues;
    this.#text = parts.text;
  }

  /**
   * Looks up what was created, as `OutcomeUnknownError.reconcile` does.
   *
   * @throws {@link SdkError} this error, when nothing was created or the vendor offers no look-up.
   */
  async reconcile(options: ReconcileOptions = {}): Promise<Reconciled<unknown>> {
    if (this.#reconcile === undefined) throw this;
    return await this.#reconcile(options);
  }

  /** @hidden */
  offer(reconcile: Reconcile<unknown>): this {
    this.#reconcile = reconcile;
    return Object.assign(this, { canReconcile: true });
  }

  /** The raw answer, as far as it arrived. It may hold personal data; it is never printed. */
  readBody(): string | undefined {
    return this.#text;
  }
}
