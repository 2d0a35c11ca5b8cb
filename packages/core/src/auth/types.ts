/** Puts the caller's credential on a request. */
export interface Auth {
  /** Header names and values for one attempt. */
  headers(): Record<string, string> | Promise<Record<string, string>>;
}
