import { matchPath } from "../match.ts";
import { secretOfNobody } from "./keys.ts";

/** Told to a scene. */
export interface Told {
  /** Whether a call that the fake's state refuses is answered with the documented sample: one call alone has no history. */
  readonly samples: boolean;
  /** Code of the snippet, for what only its text tells. */
  readonly code: string;
}

/** Answers requests to a vendor's hosts. */
export interface VendorNet {
  /** Hosts that the vendor answers, by their end. */
  readonly hosts: readonly string[];
  readonly fetch: typeof globalThis.fetch;
  readonly fixtures: Readonly<Record<string, SampleFixture>>;
}

interface SampleFixture {
  readonly endpoint: { readonly name: string; readonly method?: string; readonly path?: string };
  readonly output: unknown;
  readonly wire: { readonly request: string };
}

/** Answers by the fake's state, or with the vendor's own sample where the state knows nothing of the sample's ids. */
export function netOf(net: VendorNet, { samples }: Pick<Told, "samples">): typeof globalThis.fetch {
  if (!samples) return net.fetch;
  return async (input, init) => {
    const request = new Request(input, init);
    const answer = await net.fetch(request.clone());
    if (answer.status < 400) return answer;
    const text = await answer.clone().text();
    const documented = Object.values(net.fixtures).filter(({ endpoint }) => fits(endpoint, request));
    // Operations may share a path, and are told apart by their query alone.
    const fixture = documented.find(({ wire }) => asks(wire.request) === asks(request.url)) ?? documented[0];
    // A request that the contract does not allow is the snippet's own fault.
    return fixture === undefined || text.includes("invalid at ") ? answer : asAnswer(fixture.output);
  };
}

function fits({ method, path }: SampleFixture["endpoint"], request: Request): boolean {
  const { pathname } = new URL(request.url);
  return method === request.method && path !== undefined && matchPath(path, pathname.replace(/^\/v3(?=\/)/, ""));
}

/** Names of the parameters of a query. */
function asks(url: string): string {
  const [, query = ""] = url.split("?");
  return [...new URLSearchParams(query).keys()].toSorted().join();
}

function asAnswer(output: unknown): Response {
  const { bytes, mediaType = "" } = (output ?? {}) as { bytes?: unknown; mediaType?: string };
  if (bytes instanceof Uint8Array) return new Response(bytes as BodyInit, { headers: { "content-type": mediaType } });
  return output === undefined ? new Response(null) : Response.json(output);
}

/** A request that brings a callback. */
export function callbackRequest(body: string, headers: Record<string, string> = {}): Request {
  return new Request(`https://hooks.example.com/in/${secretOfNobody}`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
}
