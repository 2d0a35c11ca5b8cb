import { sendWithFetch, VerifyVaspClient } from "../src/index.js";

/** A client whose enclave is a function; with what it sent. */
export function connect(answer: (request: Request) => Response | Promise<Response>): {
  client: VerifyVaspClient;
  seen: Request[];
} {
  const seen: Request[] = [];
  const client = new VerifyVaspClient({
    baseUrl: "https://enclave.test",
    send: sendWithFetch,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      seen.push(request.clone());
      return await answer(request);
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

export async function pause(ms: number): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, ms));
}
