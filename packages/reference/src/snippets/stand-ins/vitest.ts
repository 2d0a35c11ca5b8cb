import { expect } from "vitest";

export { expect };

/** Tests of the snippet that runs now. */
export const declared: { name: string; run: () => unknown }[] = [];

/** Keeps a test for when the snippet has been read. */
export function test(name: string, run: () => unknown): void {
  declared.push({ name, run });
}

/** Groups nothing: each name stands by itself. */
export function describe(_: string, group: () => void): void {
  group();
}
