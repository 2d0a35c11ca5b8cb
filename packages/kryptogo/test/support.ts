import { KryptogoClient, sendWithFetch } from "../src/index.js";

/** What a stand-in for the vendor saw. */
export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly body: unknown;
}

/** A client whose vendor is a function. */
export function connect(answer: (seen: Seen) => unknown): { client: KryptogoClient; seen: Seen[] } {
  const seen: Seen[] = [];
  const client = new KryptogoClient({
    baseUrl: "https://kryptogo.test",
    send: sendWithFetch,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      const text = await request.text();
      const one = {
        method: request.method,
        target: request.url.replace("https://kryptogo.test", ""),
        body: text === "" ? undefined : (JSON.parse(text) as unknown),
      };
      seen.push(one);
      const answered = answer(one);
      return answered instanceof Response ? answered : Response.json(answered);
    },
  });
  return { client, seen };
}

/** What a promise was rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then(
    () => {
      throw new Error("It did not fail.");
    },
    (error: unknown) => error,
  );
}
