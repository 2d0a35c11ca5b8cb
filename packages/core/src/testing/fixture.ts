import type { Cost, Effect, Endpoint } from "../endpoint.js";

/** The request as the vendor's documents show it, typed by hand: the witness that no derivation can talk to. */
export interface Wire {
  /** Method, path and query, as in `GET /tasks?page_number=1`. */
  readonly request: `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;
  /** JSON body; absent when there is none. A form is written as its parts: a text, or a {@link WireFile}. */
  readonly body?: unknown;
  /** What the operation does, by the vendor's documents and not by its method. */
  readonly effect: Effect;
  readonly cost: Cost;
  /** Requests that a vendor sees which answers 503 each time. */
  readonly sendsOn503: 1 | 2 | 3;
}

/** A file in a form, as it goes over the wire. */
export interface WireFile {
  readonly filename: string;
  readonly type: string;
  readonly size: number;
}

/** A worked example of one operation. */
export interface Fixture<Client, Input, Output> {
  readonly endpoint: Endpoint<Input, Output>;
  readonly input: NoInfer<Input>;
  readonly output: NoInfer<Output>;
  readonly wire: Wire;
  /** The read that is made before a create is sent, typed by hand, and what it answers. */
  readonly before?: { readonly request: Wire["request"]; readonly answer: unknown };
  /** Answers that are of another shape; needed where the documents leave the shape open. */
  readonly otherShapes?: readonly unknown[];
  /** Makes the call as a user would. */
  readonly call: (client: Client, input: Input) => Promise<Output>;
}

/** A fixture whose types do not matter. */
export interface AnyFixture<Client> {
  readonly endpoint: { readonly name: string };
  readonly input: unknown;
  readonly output: unknown;
  readonly wire: Wire;
  /** The read that is made before a create is sent, typed by hand, and what it answers. */
  readonly before?: { readonly request: Wire["request"]; readonly answer: unknown };
  /** Answers that are of another shape; needed where the documents leave the shape open. */
  readonly otherShapes?: readonly unknown[];
  /** Makes the call as a user would. */
  readonly call: (client: Client, input: never) => Promise<unknown>;
}

/** Ties a fixture to the client that it is for. */
export function fixtureFor<Client>() {
  return <Input, Output>(fixture: Fixture<Client, Input, Output>): Fixture<Client, Input, Output> => fixture;
}

/** One fixture for each endpoint: a missing one does not compile. */
export type FixturesFor<Client, Endpoints> = {
  readonly [Name in keyof Endpoints]: Endpoints[Name] extends Endpoint<infer Input, infer Output>
    ? Fixture<Client, Input, Output>
    : never;
};
