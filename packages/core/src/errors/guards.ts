import type { ApiError } from "./api-error.js";
import type { BodyError } from "./body-errors.js";
import type { InputError } from "./input-error.js";
import type { OutcomeUnknownError, Reconcilable } from "./outcome-errors.js";
import { isSdkError, type SdkError } from "./sdk-error.js";

/** Whether the vendor answered with an error status. */
export function isApiError(value: unknown): value is ApiError {
  return isSdkError(value) && "readVendorMessage" in value;
}

/** Whether an answer came that cannot be used. */
export function isBodyError(value: unknown): value is BodyError {
  return isSdkError(value) && "readBody" in value && !("readVendorMessage" in value);
}

/** Whether an input was refused before anything was sent. */
export function isInputError(value: unknown): value is InputError {
  return isSdkError(value) && value.code === "invalid_input";
}

/** Whether a failure has a look-up that finds out what became of the call. */
export function isReconcilable(value: unknown): value is SdkError & Reconcilable {
  return isSdkError(value) && (value as Partial<Reconcilable>).canReconcile === true;
}

/** Whether a call may or may not have been done. */
export function isOutcomeUnknown(value: unknown): value is OutcomeUnknownError {
  return isSdkError(value) && value.code === "outcome_unknown";
}
