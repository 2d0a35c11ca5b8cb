import { isDeepStrictEqual } from "node:util";

/** Fails when an expression has not the value that the comment behind it claims. */
export function shows(actual: unknown, claimed: unknown): void {
  if (!isDeepStrictEqual(actual, claimed))
    throw new Error(`the comment claims ${JSON.stringify(claimed)}, the value is ${JSON.stringify(actual)}`);
}
