/** What the vendor documents for every operation, each with what the caller can do about it. */
export const commonErrors = {
  400: "The enclave refused the request; enclaveReason() says why, readVendorMessage() in which words.",
  404: "The enclave has no such verification.",
  408: "Something behind the enclave did not answer within 5 s: whether it was done is unknown.",
} as const;

/** The enclave's own licence, not the caller. */
export const keyRefused = "The vendor behind it refused the enclave's own key. No credential of yours is involved.";
