import type { Place } from "../../src/server/places.ts";

/** What does not change while a sandbox runs. */
export interface About {
  readonly places: readonly Place[];
  readonly faults: Readonly<Record<string, string>>;
  readonly callbackFaults: Readonly<Record<string, string>>;
}

/** Asks the sandbox for something. */
export async function read<T>(path: string): Promise<T> {
  return await answerOf<T>(await fetch(`api/${path}`));
}

/** Tells the sandbox to do something. */
export async function tell<T = unknown>(path: string, body: object = {}): Promise<T> {
  const headers = { "content-type": "application/json" };
  return await answerOf<T>(await fetch(`api/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function answerOf<T>(answer: Response): Promise<T> {
  const value = (await answer.json()) as T & { readonly error?: string };
  if (!answer.ok) throw new Error(value.error ?? `The sandbox answered ${answer.status}.`);
  return value;
}
