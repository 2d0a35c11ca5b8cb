import type { Store } from "../store/types.js";
import type { WakeTarget } from "../waker.js";
import type { IntakeLimits } from "./intake.js";
import type { Proof } from "./proofs.js";

/** A request as any server can describe it. */
export interface CallbackRequest {
  readonly method: string;
  /** Path of the URL, with or without its query. */
  readonly path: string;
  /** Value of a header by its lower-case name; values of one name that came more than once are joined by a comma. */
  readonly header: (name: string) => string | null | undefined;
  /** Address of the peer, from the socket and not from a header. */
  readonly remoteAddress?: string | undefined;
  /** The body as it arrived, or what reads it: called once, and only for a sender that proved itself. */
  readonly body: string | Uint8Array | ((limits: IntakeLimits) => Promise<string | Uint8Array>);
}

/** What the server should answer. */
export interface CallbackAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What only the server knows about who called. */
export interface ReceiverPeer {
  /** Address of the peer, from the socket and not from a header. */
  readonly remoteAddress?: string | undefined;
}

/** An accepted callback on its way to your code. Plain JSON, so that any queue can keep it. */
export interface CallbackJob {
  /** The same for all copies of one callback. */
  readonly id: string;
  readonly vendor: string;
  /** What a worker needs; of vendors that can be read back nothing but ids and a kind. */
  readonly data: string;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  /** What the callback URL was made for, when it was made for one task. */
  readonly boundTo?: string;
}

/** How the work on a job ended. */
export type WorkOutcome =
  /** `onEvent` had it. */
  | "delivered"
  /** `onEvent` had the same before. */
  | "no_news"
  /** Older than what `onEvent` had last. */
  | "stale"
  /** About another task than the one that its URL was made for. */
  | "foreign";

/** Does the work of one job. Rejects when it has to be tried again. */
export type Work = (job: CallbackJob) => Promise<WorkOutcome>;

/** Where accepted callbacks wait until they are worked on. */
export interface HandOver {
  /** Takes a job. When the promise resolves the vendor is told that it has arrived; when it rejects, to come again. */
  add(job: CallbackJob): void | Promise<void>;
  /** Told once who does the work, and who hears of jobs that were given up: for queues that work in this process. */
  start?(work: Work, giveUp: (job: CallbackJob, error: unknown) => Promise<void>): void;
  /** Resolves when nothing waits and nothing is under way. */
  idle?(): Promise<void>;
}

/** What is handed on, and how it compares with what was handed on before. */
export interface Told<Event> {
  readonly event: Event;
  /** What the record says, in short: the same text again is no news. */
  readonly state: string;
  /** What this callback says beside the state; absent when the state is all. */
  readonly detail?: string | undefined;
  /** How far the subject is. Without a newer version it never goes down. */
  readonly rank: number;
  /** A number that grows when the record changes, such as its time of change. */
  readonly version?: number | undefined;
  /** Whether nothing more is to be expected, so that a sweep leaves it alone. */
  readonly final: boolean;
  /** Your own reference on the record. */
  readonly reference?: string | null | undefined;
}

/** What a vendor's package says of its callbacks. */
export interface ReceiverParts<Hint, Event> {
  readonly vendor: string;
  /** Reads the body. Throws a `CallbackError` when nothing can be made of it. */
  readonly parse: (text: string) => Hint | Promise<Hint>;
  /** Whether `parse` proves the sender, as an authenticated cipher does. */
  readonly parseProves?: boolean;
  /** What two deliveries of one event have in common and no other event has; `digest` is of the body. */
  readonly key: (hint: Hint, digest: () => string | Promise<string>) => string | Promise<string>;
  /** What it is about, as `idv:12`. What has no subject has no state, and is handed on as it came. */
  readonly subject: (hint: Hint) => string | undefined;
  /** What a worker needs, as text. Default the body. */
  readonly pack?: (hint: Hint) => string;
  /** Undoes `pack`. Default `parse`. */
  readonly unpack?: (data: string) => Hint | Promise<Hint>;
  /** What is handed on: read back from the vendor where that is possible. Rejects to be asked again. */
  readonly tell: (hint: Hint, job: CallbackJob) => Told<Event> | Promise<Told<Event>>;
  /** The hint that a callback about a subject would have been, for `sweep`. */
  readonly hintOf?: (subject: string) => Hint | undefined;
  /** The answer that the vendor takes for "received". */
  readonly acknowledgement: CallbackAnswer;
  /** Milliseconds until the answer must be on its way. */
  readonly budgetMs: number;
  /** With the store down: take the event as far as one process can tell copies apart, or refuse it for now. */
  readonly withoutStore: "take" | "refuse";
  /** Milliseconds for which a callback is remembered, unless the user says otherwise. Default seven days. */
  readonly rememberMs?: number;
}

/** What became of one request. Never holds a payload or a secret. */
export interface ReceiverEvent {
  readonly vendor: string;
  /**
   * `accepted`, or `duplicate` of what was; `failed` to be handed over, and `late` when that took too long, both to come
   * again; `refused` by its head, `unproven`, or `unreadable`.
   */
  readonly verdict: "accepted" | "duplicate" | "failed" | "late" | "refused" | "unproven" | "unreadable";
  /** Status of the answer. */
  readonly status: number;
  /** Milliseconds that it took. */
  readonly elapsedMs: number;
}

/** What became of one job. Never holds a payload. */
export interface JobEvent {
  readonly vendor: string;
  /** `failed`: to be tried again. `given_up`: it was tried often enough, and `onDeadLetter` has it. */
  readonly outcome: WorkOutcome | "failed" | "given_up";
  /** Milliseconds since the callback came. */
  readonly ageMs: number;
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
   * Your work. Called after the vendor had its answer, once for each piece of news and for one subject at a time; when it
   * rejects, it is called again later. A process that dies in the middle of it is the one case in which it runs twice.
   */
  readonly onEvent: (event: Event) => void | Promise<void>;
  /**
   * Where callbacks wait for `onEvent`. Default an {@link InProcessQueue}: what waits in it is lost with the process. A
   * function is your own queue or table; give what it kept to `receiver.work`.
   */
  readonly handOver?: HandOver | HandOver["add"] | undefined;
  /** Told to look now whoever waits for the subject in this process. */
  readonly wake?: WakeTarget | undefined;
  /** Has what `onEvent` or the vendor refused too often. Keep it: nobody else does. */
  readonly onDeadLetter?: ((job: CallbackJob, error: unknown) => void | Promise<void>) | undefined;
  /** Told what became of each request. */
  readonly onRequest?: ((event: ReceiverEvent) => void) | undefined;
  /** Told what became of each job. */
  readonly onJob?: ((event: JobEvent) => void) | undefined;
  /** Told what your code, the vendor or the store threw. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Milliseconds for which a callback is remembered. Default as the vendor repeats itself, seven days at most. */
  readonly rememberMs?: number | undefined;
  /** Milliseconds after which the work of a process that died may be taken over. Default 30,000. */
  readonly leaseMs?: number | undefined;
}

/** Receives callbacks: a function from a web `Request` to its `Response`, and what other servers and workers need. */
export interface Receiver {
  (request: Request, peer?: ReceiverPeer): Promise<Response>;
  /** Answers a request that is no web `Request`. Adapters are made of it. */
  readonly handle: (request: CallbackRequest) => Promise<CallbackAnswer>;
  /** Does the work of one job: call it from your own queue's worker. Rejects when it has to be tried again. */
  readonly work: Work;
  /** Tells `onDeadLetter` of a job that your own queue gave up. */
  readonly giveUp: (job: CallbackJob, error: unknown) => Promise<void>;
  /** Resolves when the queue of this process is empty: wait for it before you exit. */
  readonly idle: () => Promise<void>;
}

/** Something whose callback may be overdue. */
export interface Pending {
  /** As events name it: `idv:12`. */
  readonly subject: string;
  /** Since when you wait for it. */
  readonly since: Date;
}

/** Choices of a sweep. */
export interface SweepOptions {
  /** Milliseconds that a callback may take before it counts as lost. Default 600,000. */
  readonly afterMs?: number;
  /** Records read at once. Default 4. */
  readonly concurrency?: number;
  /** Ends the sweep early. */
  readonly signal?: AbortSignal;
}

/** What a sweep did. */
export interface SweepReport {
  /** Records read. */
  readonly read: number;
  /** News handed to `onEvent` that no callback had brought. */
  readonly delivered: number;
  /** Left alone: not overdue, or told as decided before. */
  readonly skipped: number;
  /** Could not be read or worked on; `onError` was told. */
  readonly failed: number;
}

/** A receiver of a vendor whose records can be read back. */
export interface SweepingReceiver extends Receiver {
  /** Reads what should have called back long ago, and hands on what is news. Run it every few minutes. */
  readonly sweep: (pending: Iterable<Pending> | AsyncIterable<Pending>, options?: SweepOptions) => Promise<SweepReport>;
}
