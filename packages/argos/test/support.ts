import { ArgosClient, type ArgosClientOptions, sendWithFetch } from "../src/index.js";

/** What a stand-in for the vendor saw. */
export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly body: string;
}

/** A key that belongs to nobody, long enough to be a secret. */
export const key = "EXAMPLEKEY0123456789abcdefghijklmnopqrst";

/** A client whose vendor is a function. */
export function connect(
  answer: (seen: Seen) => unknown,
  options: Partial<ArgosClientOptions> = {},
): { client: ArgosClient; seen: Seen[] } {
  const seen: Seen[] = [];
  const client = new ArgosClient({
    baseUrl: "https://argos.test",
    apiKey: key,
    send: sendWithFetch,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      const target = request.url.replace("https://argos.test", "");
      const one = { method: request.method, target, body: await request.text() };
      seen.push(one);
      const answered = await answer(one);
      return answered instanceof Response ? answered : Response.json(answered);
    },
    ...options,
  } as ArgosClientOptions);
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
