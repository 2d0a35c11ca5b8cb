/** Longest callback that is read and parsed, in bytes. */
export const maxCallbackBytes = 256 * 1024;
