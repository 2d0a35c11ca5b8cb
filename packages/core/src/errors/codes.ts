/** How far a failed call got. It alone decides whether sending again is safe. */
export type Outcome =
  /** Nothing left this machine. */
  | "not_sent"
  /** The vendor answered no; nothing was created. */
  | "rejected"
  /** The vendor may or may not have done it. */
  | "unknown"
  /** The vendor did it, and the answer cannot be read. */
  | "created_unreadable";

/** What went wrong, one word per cause. */
export type ErrorCode =
  | "invalid_input"
  | "invalid_configuration"
  | "network"
  | "timeout"
  | "aborted"
  | "redirect"
  | "truncated_body"
  | "body_too_large"
  | "unexpected_content"
  | "undecryptable"
  | "invalid_json"
  | "unexpected_shape"
  | "bad_request"
  | "authentication"
  | "permission"
  | "not_found"
  | "conflict"
  | "rate_limited"
  | "server"
  | "refused"
  | "outcome_unknown"
  | "duplicate_detected"
  | "wait_expired"
  | "invalid_callback"
  | "spend_refused"
  | "spend_limit"
  | "intent_mismatch"
  | "intent_in_flight"
  | "intent_done"
  | "store"
  | "internal";
