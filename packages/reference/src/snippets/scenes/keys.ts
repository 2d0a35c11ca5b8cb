/** The credential that every fake of these pages accepts; long enough for ARGOS' cipher. */
export const keyOfNobody = "a-key-of-nobody-0123456789abcdefghijklmnop";

/** The last segment of the callback URL. */
export const secretOfNobody = "a-secret-of-nobody-0123456789abcdefghij";

/** What an enclave sends along with its callbacks. */
export const tokenOfNobody = "a-token-of-nobody-0123456789abcdef";
