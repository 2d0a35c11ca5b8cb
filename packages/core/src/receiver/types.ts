import type { Store } from "../store/types.js";
import type { Proof } from "./proofs.js";

/** Answers one callback request, as a server or a route handler calls it. */
export type Receiver = (request: Request, peer?: ReceiverPeer) => Promise<Response>;

/** What only the server knows about who called. */
export interface ReceiverPeer {
  /** Address of the peer, from the socket and not from a header. */
  readonly remoteAddress?: string | undefined;
}

/** What a vendor's package says of its callbacks. */
export interface ReceiverParts<Event> {
  readonly vendor: string;
  /** Reads the body. Throws a `CallbackError` when nothing can be made of it. */
  readonly parse: (text: string) => Event;
  /** What two deliveries of one event have in common and no other event has; `digest` is of the body. */
  readonly key: (event: Event, digest: () => Promise<string>) => string | Promise<string>;
  /** The answer that the vendor takes for "received". */
  readonly acknowledge: () => Response;
  /** Milliseconds until the answer must be on its way. */
  readonly budgetMs: number;
  /** With the dedupe store down: take the event as far as one process can tell copies apart, or refuse it for now. */
  readonly withoutStore: "take" | "refuse";
}

/** What became of one request. Never holds a payload or a secret. */
export interface ReceiverEvent {
  readonly vendor: string;
  /**
   * `handled`, or `duplicate` of what was; `failed` in the handler, and `late` when it took too long, both to come
   * again; `refused` by its head, `unproven`, or `unreadable`.
   */
  readonly verdict: "handled" | "duplicate" | "failed" | "late" | "refused" | "unproven" | "unreadable";
  /** Status of the answer. */
  readonly status: number;
  /** Milliseconds that it took. */
  readonly elapsedMs: number;
}

/** What the application brings. */
export interface ReceiverOptions<Event> {
  /** How the sender proves itself; every one of them has to hold. */
  readonly proofs?: readonly Proof[] | undefined;
  /** Takes callbacks that prove nothing. Only where nobody but the sender can reach this URL. */
  readonly unauthenticated?: "private-network" | undefined;
  /** Remembers what came. Default the memory of this process: copies that reach another process are not noticed. */
  readonly store?: Store | undefined;
  /**
   * Takes an event over, once. Put it into a queue or a database: the answer waits for this promise, and the vendor for
   * the answer. When it rejects, the answer asks for the event again.
   */
  readonly handle: (event: Event) => void | Promise<void>;
  /** Told what became of each request. */
  readonly onRequest?: ((event: ReceiverEvent) => void) | undefined;
  /** Told what the handler or the store threw. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Milliseconds for which a handled event is remembered. Default seven days. */
  readonly rememberMs?: number | undefined;
  /** Milliseconds after which an event may be taken over whose process died while handling it. Default 30,000. */
  readonly leaseMs?: number | undefined;
}
