import { BodyFault } from "../read-body.js";
import { CrowdedIntake, type IntakeLimits, LateBody } from "./intake.js";
import type { CallbackAnswer, Receiver } from "./types.js";

/** What is used of an incoming message of `node:http`. */
export interface IncomingLike {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly rawHeaders: readonly string[];
  readonly socket?: { readonly remoteAddress?: string | undefined } | null | undefined;
  /** Whether everything was read by somebody else. */
  readonly readableEnded?: boolean;
  /** What a framework's parser left, if one was here before. */
  readonly body?: unknown;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end" | "close", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  pause(): unknown;
}

/** What is used of a server response of `node:http`. */
export interface OutgoingLike {
  /** Begins the answer. */
  writeHead(status: number, headers: Record<string, string | number>): unknown;
  /** Ends the answer. */
  end(body?: string): unknown;
}

/**
 * Serves a receiver with `node:http` or Express.
 *
 * Mount it before any body parser, or behind one that leaves text or bytes: a JSON parser has rounded large ids and
 * dropped a second decision by the time it is done.
 *
 * @example
 * createServer(nodeHandler(receive)).listen(8080);
 */
export function nodeHandler(
  receiver: Pick<Receiver, "handle">,
): (incoming: IncomingLike, outgoing: OutgoingLike) => Promise<void> {
  const hold: Hold = { bytes: 0 };
  return async (incoming, outgoing) => {
    let answer: CallbackAnswer;
    try {
      answer = await receiver.handle({
        method: incoming.method ?? "",
        path: incoming.url ?? "/",
        header: (name) => headerOf(incoming.rawHeaders, name),
        remoteAddress: incoming.socket?.remoteAddress,
        body: async (limits) => await bodyOf(incoming, limits, hold),
      });
    } catch {
      answer = { status: 500, headers: {}, body: "" };
    }
    const { status, headers, body } = answer;
    const known: Record<string, string | number> = { ...headers, "content-length": body.length };
    // What was refused unread must not be taken for the next request of the connection.
    if (status >= 300) known["connection"] = "close";
    outgoing.writeHead(status, known);
    outgoing.end(body);
  };
}

/** What the unfinished bodies of one handler hold together. */
interface Hold {
  bytes: number;
}

/** Two hundred senders at once must not cost two hundred times the largest body: whoever crosses this line is told to come again. */
const maxHeld = 4 * 1024 * 1024;

/** From the raw list: Node keeps the first of two `Authorization` headers and forgets the other. */
function headerOf(raw: readonly string[], name: string): string | undefined {
  let found: string | undefined;
  for (let at = 0; at < raw.length; at += 2) {
    const one = raw[at] ?? "";
    if (one.length !== name.length || one.toLowerCase() !== name) continue;
    const value = raw[at + 1] ?? "";
    found = found === undefined ? value : `${found}, ${value}`;
  }
  return found;
}

async function bodyOf(incoming: IncomingLike, limits: IntakeLimits, hold: Hold): Promise<string | Uint8Array> {
  const { body } = incoming;
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  if (incoming.readableEnded === true)
    throw new TypeError("A body parser was here before the receiver. Mount the receiver first, or parse to text.");
  return await read(incoming, limits, hold);
}

/** Pulled only when it is asked for: nothing is read of who proves nothing. */
async function read(incoming: IncomingLike, { maxBytes, readMs }: IntakeLimits, hold: Hold): Promise<Uint8Array> {
  return await new Promise((resolve, reject) => {
    let chunks: Uint8Array[] = [];
    let size = 0;
    let isOver = false;
    const refuse = (why: () => Error): void => {
      if (isOver) return;
      isOver = true;
      hold.bytes -= size;
      clearTimeout(timer);
      chunks = [];
      incoming.pause();
      reject(why());
    };
    const truncated = (): void => refuse(() => new BodyFault("truncated"));
    const timer = setTimeout(() => refuse(() => new LateBody()), readMs);
    incoming.on("data", (chunk) => {
      if (isOver) return;
      size += chunk.length;
      hold.bytes += chunk.length;
      if (size > maxBytes) refuse(() => new BodyFault("too_large"));
      else if (hold.bytes > maxHeld) refuse(() => new CrowdedIntake());
      else chunks.push(chunk);
    });
    incoming.on("end", () => {
      if (isOver) return;
      isOver = true;
      hold.bytes -= size;
      clearTimeout(timer);
      resolve(whole(chunks, size));
    });
    incoming.on("error", truncated);
    incoming.on("close", truncated);
  });
}

function whole(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
