import { KycPortalClient, type KycPortalClientOptions, sendWithFetch } from "../src/index.js";

/** What a stand-in for the vendor saw; its token endpoint is not told of. */
export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly body: unknown;
}

/** A client whose vendor is a function. */
export function connect(
  answer: (seen: Seen) => unknown,
  options: Partial<KycPortalClientOptions> = {},
): { client: KycPortalClient; seen: Seen[] } {
  const seen: Seen[] = [];
  const client = new KycPortalClient({
    baseUrl: "https://portal.test",
    clientId: "client",
    clientSecret: "secret",
    send: sendWithFetch,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      if (request.url === "https://portal.test/connect/token")
        return Response.json({ access_token: "token", token_type: "Bearer", expires_in: 600 });
      const one = {
        method: request.method,
        target: request.url.replace("https://portal.test", ""),
        body: await bodyOf(request),
      };
      seen.push(one);
      const answered = answer(one);
      return answered instanceof Response ? answered : Response.json(answered);
    },
    ...options,
  } as KycPortalClientOptions);
  return { client, seen };
}

async function bodyOf(request: Request): Promise<unknown> {
  if (request.headers.get("content-type")?.startsWith("multipart/") === true)
    return Object.fromEntries(await request.formData());
  const text = await request.text();
  return text === "" ? undefined : JSON.parse(text);
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
