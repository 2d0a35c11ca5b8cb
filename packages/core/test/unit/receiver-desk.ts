import { CallbackError } from "../../src/errors/outcome-errors.js";
import { bearerProof } from "../../src/receiver/proofs.js";
import { createReceiver } from "../../src/receiver/receiver.js";
import type { JobEvent, ReceiverEvent, ReceiverOptions, ReceiverParts } from "../../src/receiver/types.js";

/** What the vendor of these tests tells. */
export interface News {
  readonly id: string;
  /** What it is about; without one it stands for itself. */
  readonly about?: string;
  readonly state?: string;
  readonly rank?: number;
  readonly version?: number;
}

export const token = "token-of-nobody-0001";

export const parts: ReceiverParts<News, News> = {
  vendor: "vendor",
  parse: (text) => {
    try {
      return JSON.parse(text) as News;
    } catch {
      throw new CallbackError("vendor", "not JSON");
    }
  },
  key: ({ id }) => id,
  subject: ({ about }) => about,
  tell: (event) => ({
    event,
    state: event.state ?? "",
    rank: event.rank ?? 0,
    version: event.version,
    final: event.rank === 2,
  }),
  acknowledgement: { status: 200, headers: { "content-type": "application/json" }, body: '{"received":true}' },
  budgetMs: 200,
  withoutStore: "take",
};

/** A receiver, with everything that it handled and told. */
export function desk(options: Partial<ReceiverOptions<News>> = {}, change: Partial<ReceiverParts<News, News>> = {}) {
  const handled: string[] = [];
  const events: ReceiverEvent[] = [];
  const jobs: JobEvent["outcome"][] = [];
  const errors: unknown[] = [];
  const receive = createReceiver(
    { ...parts, ...change },
    {
      proofs: [bearerProof(token)],
      onEvent: ({ id }) => void handled.push(id),
      onRequest: (event) => events.push(event),
      onJob: ({ outcome }) => jobs.push(outcome),
      onError: (error) => errors.push(error),
      ...options,
    },
  );
  return { receive, handled, events, jobs, errors };
}

export function call(init: RequestInit & { url?: string } = {}, body: unknown = { id: "1" }): Request {
  const { url = "https://app.test/callbacks", headers, ...rest } = init;
  return new Request(url, {
    method: "POST",
    body: typeof body === "string" || body instanceof ReadableStream ? body : JSON.stringify(body),
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...(headers as object) },
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
    ...rest,
  } as RequestInit);
}

export const pause = async (ms: number): Promise<void> => await new Promise((resolve) => setTimeout(resolve, ms));
