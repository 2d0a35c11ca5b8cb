import type { VendorRefusal } from "./errors/api-error.js";
import type { InputIssue } from "./errors/input-error.js";
import type { FileKind } from "./file-answer.js";
import type { Form } from "./multipart.js";
import { ownOnly } from "./own.js";
import type { Shape } from "./schema.js";

/** What calling an operation does at the vendor. The HTTP method does not decide it. */
export type Effect =
  /** Changes nothing. */
  | "read"
  /** A search sent by POST: changes nothing and leaves no record. */
  | "query"
  /** Doing it twice is the same as doing it once. */
  | "replace"
  /** Each time makes something new, or cannot be taken back. */
  | "create";

/** Whether a successful call costs the vendor's customer money; `billed` when that is not known. */
export type Cost = "free" | "billed";

/** One of the things that a call makes or buys. */
export interface CallElement {
  /** The reference that it is known by, if it has one. */
  readonly reference: string | undefined;
  /** What of the input is about it. */
  readonly content: unknown;
}

/** How a create whose answer was lost is found again. */
export interface Lookup<Input, Output> {
  /** The reference that the request carries, if the caller gave one. */
  reference?(input: Input): string | undefined;
  /**
   * Reads what is there before the create is sent, for `find` to tell old from new. The create waits for it. It survives
   * JSON.
   */
  before?(input: Input, context: LookupContext): Promise<unknown>;
  /** Reads the records that this call may have made. */
  find(input: Input, context: LookupContext): Promise<Found<Output>>;
}

/** What a look-up may use. */
export interface LookupContext {
  /** When the call began. */
  readonly startedAt: Date;
  /** When it can have left this machine last; from then on a late commit is waited for. Default `startedAt`. */
  readonly lastSentAt?: Date;
  /** What `before` returned; a copy through JSON where another process takes the call over. */
  readonly noted?: unknown;
  /** Sends a read with the client's own settings. */
  request<I, O>(endpoint: Endpoint<I, O>, input: I): Promise<O>;
}

/** What a look-up saw. */
export type Found<Output> =
  /** Nothing yet. */
  | { readonly kind: "none" }
  /** Nothing yet, and even in the end that would prove nothing. */
  | { readonly kind: "unclear" }
  /** The record; what the lost answer would have said. */
  | { readonly kind: "one"; readonly value: Output }
  /** Some elements of a batch, by position. */
  | { readonly kind: "some"; readonly value: PartsOf<Output> }
  /** More records than this call can have made. */
  | { readonly kind: "several"; readonly ids: readonly (string | number)[] }
  /** It was not done, and what is there now rules out that it still will be. */
  | { readonly kind: "never" };

/** A batch's results by position; `undefined` where an element was not found. */
export type PartsOf<Output> = Output extends readonly (infer Item)[] ? readonly (Item | undefined)[] : never;

/** Turns a value of the input into what goes over the wire, or says why it cannot. */
export type Encode = (
  value: never,
  input: Readonly<Record<string, unknown>>,
) => Promise<Encoded | { readonly issue: Omit<InputIssue, "path"> }>;

/** The wire form of a field. */
export interface Encoded {
  readonly value: unknown;
  /** Fields that follow from it, for those that the caller left out. */
  readonly also?: Readonly<Record<string, unknown>>;
}

/** The facts of one vendor operation. Its prose is the comment of the method that calls it. */
export interface Endpoint<Input, Output> {
  /** Name used everywhere: file, fixture, error message, OpenAPI `operationId`. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `{placeholders}` are taken from the input; the rest becomes the query on GET and DELETE, else the body. */
  readonly path: `/${string}`;
  readonly input: Shape<Input>;
  readonly output: Shape<Output>;
  /** Statuses that the vendor documents, each with what the caller can do about it. */
  readonly errors: Readonly<Record<number, string>>;
  readonly effect: Effect;
  readonly cost: Cost;
  /** Milliseconds for the whole call; default 30,000. */
  readonly timeout?: number;
  /** `false` when path or body are inferred, not documented: the client then takes another path at construction. */
  readonly verified?: false;
  /** Why not to use it, and what instead. */
  readonly deprecated?: string;
  /** `never` when even a request that provably was not sent is not sent again without being asked to. */
  readonly resend?: "never";
  /** Fills in what the caller may leave out; `reference` makes one that no other call has. */
  readonly complete?: (input: Input, reference: () => string) => Input;
  /** Input fields that go into the query of a write. */
  readonly query?: readonly (keyof Input & string)[];
  /** The one input field that is the whole body. */
  readonly body?: keyof Input & string;
  /** How the body is written; default `json`. Named on a DELETE, it gives it a body in place of a query. */
  readonly encoding?: "json" | "multipart" | "form";
  /** Writes the body of a multipart form: `multipartForm`, named here so that only its users bundle it. */
  readonly form?: (fields: ReadonlyMap<string, unknown>) => Form;
  /** Sent without the client's credential. */
  readonly anonymous?: true;
  /** Placeholders that the body says again. */
  readonly repeats?: readonly (keyof Input & string)[];
  /** Input fields that are checked and not sent. */
  readonly omits?: readonly (keyof Input & string)[];
  /** Fields that every request carries and no caller chooses. */
  readonly adds?: Readonly<Record<string, unknown>>;
  /** Kinds of file that the answer may be, known by their first bytes; the output is then a {@link FileAnswer}. */
  readonly answersFile?: readonly FileKind[];
  /** Error statuses after which it is not sent again, although others of their kind allow it. */
  readonly final?: readonly number[];
  /** Input fields that are turned into their wire form before sending. */
  readonly encode?: Readonly<Partial<Record<keyof Input & string, Encode>>>;
  /** A write whose input leaves nothing for the body sends `{}` all the same. */
  readonly bodyAlways?: true;
  /** An answer without a body is no fault; it is taken for `undefined`. */
  readonly mayBeEmpty?: true;
  /** Brings the forms in which a vendor answers into the documented one; returns that form as it is, and never throws. */
  readonly decode?: (body: unknown) => unknown;
  /** Response fields, at any depth, that carry a decision: a second one or another type refuses the answer. */
  readonly decisive?: readonly string[];
  /** The reference that the input carries, for operations without a look-up of their own. */
  readonly reference?: (input: Input) => string | undefined;
  /** The elements of a batch, each of which is made and billed by itself. */
  readonly elements?: (input: Input) => readonly CallElement[];
  /** Billed units of a call with this input; default one for each element. 0 where this input costs nothing. */
  readonly units?: (input: Input) => number;
  /**
   * Response field that names what was created; read even out of a broken answer. It holds an integer, or a text of a form
   * that is said here as a regular expression. Anything else may be a person's data in the wrong place, and is not taken.
   */
  readonly creates?: string | { readonly field: string; readonly form: string };
  /** The status is the whole answer: its body is not documented, and not looked at. */
  readonly statusOnly?: true;
  /** Reads a refusal out of an answer with a success status, where the vendor does that. */
  readonly refusal?: (output: Output) => VendorRefusal | undefined;
  /** How a create whose answer was lost is found again; absent where the vendor offers no way. */
  readonly lookup?: Lookup<Input, Output>;
}

/** An endpoint of which only the facts matter. */
export type AnyEndpoint = Endpoint<never, unknown>;

/** Declares an endpoint. */
/* @__NO_SIDE_EFFECTS__ */
export function defineEndpoint<Input, Output>(endpoint: Endpoint<Input, Output>): Endpoint<Input, Output> {
  return ownOnly(endpoint);
}

/** The same endpoint where its types do not matter. */
export function erased<Input, Output>(endpoint: Endpoint<Input, Output>): AnyEndpoint {
  return endpoint as unknown as AnyEndpoint;
}
