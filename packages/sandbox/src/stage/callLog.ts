import type { AnyEndpoint } from "@x/core";
import type { FakeFault } from "@x/core/testing";
import { answerBody, requestBody } from "./bodies.js";
import { redactedPath, redactedQuery } from "./redact.js";
import type { Call, VendorName } from "./types.js";

/** Most calls that are kept to be shown. */
const most = 1000;

/** What is known of a call when it comes. */
export interface Arrival {
  readonly vendor: VendorName;
  readonly endpoint: AnyEndpoint | undefined;
  readonly fault: FakeFault | undefined;
  /** The sandbox's time. */
  readonly at: number;
}

/** The calls that came, without anybody's data. */
export class CallLog {
  /** Oldest first; the last thousand. */
  readonly calls: Call[] = [];
  readonly #tell: (call: Call) => void;
  #lastId = 0;

  /** @param tell - Told of a call each time that more is known of it. */
  constructor(tell: (call: Call) => void) {
    this.#tell = tell;
  }

  /** Watches a call: shows the request, has it answered, and shows the answer. */
  async watch(
    { vendor, endpoint, fault, at }: Arrival,
    request: Request,
    work: () => Promise<Response>,
  ): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const seen = request.clone();
    let call: Call = {
      id: ++this.#lastId,
      vendor,
      operation: endpoint?.name,
      method: request.method,
      path: redactedPath(endpoint?.path ?? "/…", pathname) + redactedQuery(searchParams),
      at,
      effect: endpoint?.effect,
      cost: endpoint?.cost,
      fault,
    };
    const note = (more: Partial<Call>): void => this.#note((call = { ...call, ...more }));
    this.#open(call);
    void requestBody(seen).then((body) => note({ request: body }));
    const began = performance.now();
    const response = await work();
    const isBroken = response.type === "error";
    note({ status: isBroken ? 0 : response.status, elapsedMs: Math.round(performance.now() - began) });
    if (isBroken || response.body === null) return response;
    const [shown, sent] = response.body.tee();
    void answerBody(new Response(shown, response)).then((body) => note({ response: body }));
    return new Response(sent, response);
  }

  /** Forgets every call. */
  clear(): void {
    this.calls.splice(0);
  }

  #open(call: Call): void {
    this.calls.push(call);
    if (this.calls.length > most) this.calls.shift();
    this.#tell(call);
  }

  #note(call: Call): void {
    const at = this.calls.findLastIndex(({ id }) => id === call.id);
    // Forgotten, or pushed out by many others.
    if (at < 0) return;
    this.calls[at] = call;
    this.#tell(call);
  }
}
