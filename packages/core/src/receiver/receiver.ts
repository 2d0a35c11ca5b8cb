import { CallbackError } from "../errors/outcome-errors.js";
import { ConfigurationError, type InputIssue } from "../errors/input-error.js";
import { ownOnly } from "../own.js";
import { MemoryStore } from "../store/memory-store.js";
import { intakeLimits, readTextWithin, type Refusal, refuseByHead } from "./intake.js";
import { Once } from "./once.js";
import { sha256 } from "./secret.js";
import type { Receiver, ReceiverEvent, ReceiverOptions, ReceiverParts, ReceiverPeer } from "./types.js";

/** An answer, and why. */
interface Settled {
  readonly verdict: ReceiverEvent["verdict"];
  readonly response: Response;
}

/**
 * Builds what receives a vendor's callbacks: refuses the cheap way first, believes nothing unproven, handles each event
 * once, and answers as the vendor wants it.
 *
 * @throws {@link ConfigurationError} when no proof is set up: a forged callback opens accounts.
 */
export function createReceiver<Event>(parts: ReceiverParts<Event>, given: ReceiverOptions<Event>): Receiver {
  const options = ownOnly(given);
  const issues = optionIssues(options);
  if (issues.length > 0) throw new ConfigurationError(parts.vendor, issues);
  const desk = new Desk(parts, options);
  return async (request, peer = {}) => await desk.receive(request, peer);
}

class Desk<Event> {
  readonly #parts: ReceiverParts<Event>;
  readonly #options: ReceiverOptions<Event>;
  readonly #once: Once;

  constructor(parts: ReceiverParts<Event>, options: ReceiverOptions<Event>) {
    this.#parts = parts;
    this.#options = options;
    this.#once = new Once({
      store: options.store ?? new MemoryStore(),
      ttlMs: options.rememberMs ?? 7 * 86_400_000,
      leaseMs: options.leaseMs ?? 30_000,
      onStoreError: (error) => {
        this.#tell(error);
        return parts.withoutStore === "take" ? "go_on" : "refuse";
      },
    });
  }

  async receive(request: Request, peer: ReceiverPeer): Promise<Response> {
    const began = performance.now();
    const { verdict, response } = await this.#settle(request, peer);
    // An unread body would keep its connection.
    if (!request.bodyUsed) request.body?.cancel().catch(() => undefined);
    const elapsedMs = Math.round(performance.now() - began);
    try {
      this.#options.onRequest?.({ vendor: this.#parts.vendor, verdict, status: response.status, elapsedMs });
    } catch (error) {
      this.#tell(error);
    }
    return response;
  }

  async #settle(request: Request, peer: ReceiverPeer): Promise<Settled> {
    const refusal = refuseByHead(request, intakeLimits.maxBytes);
    if (refusal !== undefined) return refused("refused", refusal);
    if (!(await this.#isProven(request, peer))) return refused("unproven", { status: 401 });
    const text = await readTextWithin(request, intakeLimits);
    if (typeof text !== "string") return refused("refused", text.refusal);
    let event: Event;
    try {
      event = this.#parts.parse(text);
    } catch (error) {
      if (!(error instanceof CallbackError)) this.#tell(error);
      return refused("unreadable", { status: 400 });
    }
    // Vendors that sign nothing will be read back here: not the payload, but the record that it names, goes on.
    return await this.#handOver(event, text);
  }

  async #isProven(request: Request, { remoteAddress }: ReceiverPeer): Promise<boolean> {
    const context = { headers: request.headers, url: new URL(request.url), remoteAddress };
    // All are asked, whatever the first one says: the time tells nothing.
    const held = await Promise.all((this.#options.proofs ?? []).map((proof) => proof.check(context)));
    return held.every(Boolean);
  }

  async #handOver(event: Event, text: string): Promise<Settled> {
    const { vendor, key, acknowledge, budgetMs } = this.#parts;
    const name = `callback:${vendor}:${await key(event, async () => await sha256(text))}`;
    const turn = this.#once
      .do(name, async () => await this.#options.handle(event), budgetMs)
      .catch((error: unknown) => {
        this.#tell(error);
        return "failed" as const;
      });
    const outcome = await inTime(turn, budgetMs);
    if (outcome === "done" || outcome === "duplicate")
      return { verdict: outcome === "done" ? "handled" : "duplicate", response: acknowledge() };
    // Neither is safe yet, so the event has to come again; if it is handled by then, it is a duplicate.
    return refused(outcome === "failed" ? "failed" : "late", { status: 503, headers: { "retry-after": "5" } });
  }

  #tell(error: unknown): void {
    try {
      this.#options.onError?.(error);
    } catch {
      // What an observer throws must not cost an event.
    }
  }
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T | "late"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function refused(verdict: ReceiverEvent["verdict"], { status, headers = {} }: Refusal): Settled {
  return { verdict, response: new Response(null, { status, headers }) };
}

function optionIssues<Event>(options: ReceiverOptions<Event>): InputIssue[] {
  const { proofs = [], unauthenticated, handle } = options;
  const issues = proofs.flatMap((proof) => proof.issues.map((one) => ({ ...one, path: `proofs.${one.path}` })));
  const proven = proofs.some((proof) => proof.sufficient);
  if (unauthenticated !== undefined && unauthenticated !== "private-network")
    issues.push({ path: "unauthenticated", code: "invalid", expected: "private-network" });
  else if (unauthenticated === undefined && !proven)
    issues.push({ path: "proofs", code: "missing", expected: "a proof of the sender, such as a bearer token" });
  else if (unauthenticated !== undefined && proven)
    issues.push({ path: "unauthenticated", code: "contradictory", expected: "either proofs or unauthenticated" });
  if (typeof handle !== "function") issues.push({ path: "handle", code: "missing", expected: "a function" });
  for (const name of ["rememberMs", "leaseMs"] as const)
    if (options[name] !== undefined && !(options[name] >= 1))
      issues.push({ path: name, code: "out_of_range", expected: "a positive number of milliseconds" });
  return issues;
}
