import type { Auth } from "./types.js";

/** A static key in a header of the vendor's choice. */
export class HeaderKeyAuth implements Auth {
  readonly #name: string;
  readonly #key: string;

  constructor(name: string, key: string) {
    this.#name = name;
    this.#key = key;
  }

  headers(): Record<string, string> {
    return { [this.#name]: this.#key };
  }
}

/** No credential: the base URL is the user's own backend, which adds it. */
export const noAuth: Auth = { headers: () => ({}) };
