import { isApiError, type VendorRefusal } from "@x/core";

/** What the gateway says to a caller whose address is not on the project's list. */
const notAllowed = /explicit deny/i;

/**
 * Reads ARGOS' error bodies. There is no single form: code and text stand under several names, by endpoint and age.
 */
export function readRefusal(body: unknown): VendorRefusal {
  if (typeof body !== "object" || body === null) return {};
  const { errorCode, code, message, errorMessage, errors } = body as Record<string, unknown>;
  const first = Array.isArray(errors) ? (errors[0] as { message?: unknown } | null)?.message : undefined;
  const text = [message, errorMessage, first].find((one) => typeof one === "string");
  const own = [errorCode, code].find((one) => typeof one === "string");
  return {
    // A word, so that no text that might quote a person is printed as a code.
    code: typeof own === "string" && /^[a-z][a-z_]{2,40}$/i.test(own) ? own : undefined,
    message: text,
    reason:
      text !== undefined && notAllowed.test(text)
        ? "The address that this call came from is not on the project's IP allow-list; the key may be right."
        : undefined,
  };
}

/**
 * Whether a call was refused because of the address it came from, and not because of its key.
 *
 * @param error - What was caught.
 * @returns Whether the project's IP allow-list is the reason.
 *
 * @example
 * if (isIpNotAllowed(error)) alert("Add this server to the allow-list of the ARGOS project.");
 */
export function isIpNotAllowed(error: unknown): boolean {
  return isApiError(error) && error.status === 403 && notAllowed.test(error.readVendorMessage() ?? "");
}
