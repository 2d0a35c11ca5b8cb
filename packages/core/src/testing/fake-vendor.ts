import type { AnyEndpoint } from "../endpoint.js";
import { documentedIssues } from "../issues.js";
import { type Clock, realClock } from "./clock.js";
import { type FakeFault, isDrift, withFault } from "./faults.js";
import { matchPath, unplace } from "./unplace.js";

/** What a fake vendor does for one operation: returns the answer, or throws a {@link FakeRefusal}. */
export type FakeWork = (input: never) => unknown;

/** A refusal with a status, as the vendor would send it. */
export class FakeRefusal extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`refused with ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** One request that a fake vendor saw. Bodies are not kept: they would be somebody's passport. */
export interface FakeRequest {
  readonly operation: string;
  readonly at: number;
  readonly status: number;
  readonly fault?: FakeFault | undefined;
}

/** One operation that a fake vendor did and that costs money. */
export interface BilledWork {
  readonly operation: string;
  readonly at: number;
  /** What one costs, where a price is known. */
  readonly price?: FakePrice | undefined;
}

/** A price. */
export interface FakePrice {
  readonly amount: number;
  /** `USD`, or what the vendor counts in. */
  readonly unit: string;
}

/** A fault that is planned and has not happened. */
export interface PlannedFault {
  readonly operation: string;
  readonly fault: FakeFault;
  /** How often it still will. */
  readonly times: number;
}

/** What a vendor's package brings to its fake. */
export interface FakeVendorParts {
  /** Contracts by operation: the fake routes by them. */
  readonly endpoints: Readonly<Record<string, AnyEndpoint>>;
  readonly work: Readonly<Record<string, FakeWork>>;
  /** Whether a request carries the right credential. */
  readonly authorized: (request: Request) => boolean;
  /** Error body in the vendor's form. */
  readonly refusalBody: (status: number, message: string) => unknown;
  /** Whether the wire carries an input in another form than the caller gives it: the work then checks it itself. */
  readonly unchecked?: (endpoint: AnyEndpoint) => boolean;
  readonly clock?: Clock;
  /** Stands between wire and work, as a gateway that decrypts and encrypts, or refuses by itself. */
  readonly gateway?: (request: Request, work: (request: Request) => Promise<Response>) => Promise<Response>;
  /** Path of the base URL that the fake stands at; "" by default. */
  readonly basePath?: string;
}

/** A vendor in memory: routes by the contracts, answers by its state, and errs when told to. */
export class FakeVendor {
  /** Requests in the order they came. */
  readonly requests: FakeRequest[] = [];
  /** What was done and costs money: the invoice. */
  readonly billed: BilledWork[] = [];
  readonly clock: Clock;
  readonly #parts: FakeVendorParts;
  readonly #planned: { operation: string; fault: FakeFault; times: number }[] = [];

  constructor(parts: FakeVendorParts) {
    this.#parts = parts;
    this.clock = parts.clock ?? realClock;
  }

  /**
   * Plans a fault.
   *
   * @param operation - Operation that errs; `*` for any.
   * @param fault - What goes wrong.
   * @param times - How often; 1 by default.
   */
  fail(operation: string, fault: FakeFault, times: number = 1): void {
    this.#planned.push({ operation, fault, times });
  }

  /** Faults that are planned and have not happened. */
  get planned(): readonly PlannedFault[] {
    return this.#planned.map((one) => ({ ...one }));
  }

  /** Takes back every planned fault. */
  forgive(): void {
    this.#planned.splice(0);
  }

  /** Puts work on the invoice, `units` times. */
  bill(operation: string, units: number = 1, price?: FakePrice): void {
    for (let n = 0; n < units; n++) this.billed.push({ operation, at: this.clock.now(), price });
  }

  /** Answers one request. `Response.error()` stands for a broken connection. */
  readonly answer = async (request: Request): Promise<Response> => {
    const candidates = this.#routes(request);
    let [endpoint] = candidates;
    if (endpoint === undefined) return this.#refuse(404, "no such path");
    endpoint = await this.#meant(candidates, request.clone(), endpoint);
    const { name } = endpoint;
    const fault = this.#nextFault(name);
    const at = this.clock.now();
    const { gateway } = this.#parts;
    const inner = async (opened: Request): Promise<Response> => {
      // What is encrypted tells only now what it is.
      if (gateway !== undefined) endpoint = await this.#meant(candidates, opened.clone(), endpoint as AnyEndpoint);
      const exact = endpoint as AnyEndpoint;
      const answer = async (): Promise<Response> => await this.#work(exact, opened);
      return isDrift(fault) ? await withFault(fault, exact, this.clock, answer) : await answer();
    };
    const work = async (): Promise<Response> =>
      gateway === undefined ? await inner(request) : await gateway(request, inner);
    const response =
      fault === undefined || isDrift(fault) ? await work() : await withFault(fault, endpoint, this.clock, work);
    this.requests.push({ operation: endpoint.name, at, status: response.status, fault });
    return response;
  };

  /** The same as a `fetch`: a broken connection rejects, and an aborted signal is obeyed. */
  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { signal } = request;
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    });
    aborted.catch(() => undefined);
    const response = await Promise.race([this.answer(request), aborted]);
    if (response.type === "error") throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
    return response;
  };

  #routes(request: Request): AnyEndpoint[] {
    return endpointsOf(this.#parts.endpoints, request, this.#parts.basePath);
  }

  /** Of operations that share a method and a path, the one whose input this is; otherwise the one thought of so far. */
  async #meant(candidates: readonly AnyEndpoint[], request: Request, otherwise: AnyEndpoint): Promise<AnyEndpoint> {
    if (candidates.length < 2) return otherwise;
    for (const one of candidates) {
      const input = await unplace(one, one.path, request.clone(), this.#parts.basePath ?? "").catch(() => undefined);
      if (input === undefined) continue;
      const said = input as Record<string, unknown>;
      if (!Object.entries(one.adds ?? {}).every(([name, value]) => said[name] === value)) continue;
      if (documentedIssues(one.input, withoutAdds(one, input)).length === 0) return one;
    }
    return otherwise;
  }

  #nextFault(operation: string): FakeFault | undefined {
    const at = this.#planned.findIndex((one) => one.operation === operation || one.operation === "*");
    const planned = this.#planned[at];
    if (planned === undefined) return undefined;
    planned.times--;
    if (planned.times <= 0) this.#planned.splice(at, 1);
    return planned.fault;
  }

  async #work(endpoint: AnyEndpoint, request: Request): Promise<Response> {
    if (endpoint.anonymous !== true && !this.#parts.authorized(request))
      return this.#refuse(401, "no valid credential");
    try {
      const sent = await unplace(endpoint, endpoint.path, request, this.#parts.basePath ?? "");
      const isChecked = this.#parts.unchecked?.(endpoint) !== true;
      const input = isChecked ? withoutAdds(endpoint, sent) : sent;
      const issues = isChecked ? documentedIssues(endpoint.input, input) : [];
      if (issues.length > 0)
        return this.#refuse(400, `invalid at ${issues.map((issue) => issue.path?.join(".")).join(", ")}`);
      const result: unknown = await this.#parts.work[endpoint.name]?.(input as never);
      if (result instanceof Response) return result;
      return result === undefined && endpoint.mayBeEmpty === true ? new Response(null) : Response.json(result ?? {});
    } catch (error) {
      if (error instanceof FakeRefusal) return Response.json(error.body, { status: error.status });
      if (error instanceof SyntaxError) return this.#refuse(400, "not JSON");
      throw error;
    }
  }

  #refuse(status: number, message: string): Response {
    return Response.json(this.#parts.refusalBody(status, message), { status });
  }
}

/** The operations that a request may be for: those with its method and path. */
export function endpointsOf(
  endpoints: Readonly<Record<string, AnyEndpoint>>,
  request: Request,
  basePath: string = "",
): AnyEndpoint[] {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(basePath)) return [];
  const path = pathname.slice(basePath.length);
  return Object.values(endpoints).filter(
    (one) => one.method === request.method && matchPath(one.path, path) !== undefined,
  );
}

/** What the caller said, without what every request of the operation carries. */
function withoutAdds({ adds = {} }: AnyEndpoint, input: unknown): unknown {
  const entries = Object.entries(input as Record<string, unknown>);
  return Object.fromEntries(entries.filter(([name]) => !Object.hasOwn(adds, name)));
}
