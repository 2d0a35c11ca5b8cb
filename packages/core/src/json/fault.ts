/** What is wrong with a JSON text. */
export type JsonFaultKind =
  | "invalid"
  | "truncated"
  | "too_deep"
  | "too_many_values"
  | "unsafe_integer"
  | "duplicate_key";

/** A JSON text that is not handed on. Never quotes it. */
export class JsonFault extends Error {
  readonly kind: JsonFaultKind;

  constructor(kind: JsonFaultKind) {
    super(kind);
    this.kind = kind;
  }
}

/** Limits on what a JSON text may hold. */
export interface JsonLimits {
  /** Levels of nesting. Default 64. */
  readonly maxDepth?: number;
  /** Values of any kind, nested ones included. Default 200,000. */
  readonly maxValues?: number;
  /** Integers that a number would round: `refuse` the text, or keep them as `text`. Default `refuse`. */
  readonly unsafeIntegers?: "refuse" | "text";
}
