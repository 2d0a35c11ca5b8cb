import type { RequestOptions } from "./client-options.js";
import type { Deadline } from "./deadline.js";
import { type Endpoint, erased } from "./endpoint.js";
import { type FileAnswer, type FileKind, fileKind } from "./file-answer.js";
import { BodyFault, discard } from "./read-body.js";
import type { Transport } from "./transport.js";

/** A file that is still on its way. */
export interface FileStream {
  /** The file. Read it to its end or cancel it: until then it holds its connection, at most until the call's deadline. */
  stream: ReadableStream<Uint8Array>;
  /** What its first bytes say it is. */
  kind: FileKind;
  /** Media type that the answer claimed, without parameters; absent when it claimed none. */
  mediaType?: string | undefined;
}

/** What {@link openFile} is given of a call. */
interface OpenedAnswer {
  readonly response: Response;
  readonly maxBytes: number;
  readonly deadline: Deadline;
  readonly kinds: readonly FileKind[];
  /** Throws the error of a file that is none. */
  readonly refuse: (bytes: Uint8Array) => never;
  /** The error of a call whose body failed. */
  readonly failed: (error: unknown) => unknown;
}

/** Hands an answer on before it is read; `ended` resolves when it was read, cancelled or given up. */
export type OpenFile = (answer: OpenedAnswer) => Promise<{ readonly file: FileStream; readonly ended: Promise<void> }>;

/** Enough of an answer to know it by. */
const headBytes = 8;

/**
 * Makes a call whose answer is a file and hands it on while it arrives; what does not begin as such a file is refused.
 *
 * The deadline of the call goes on until the end of the file, and its size has the same bound. Both end the stream with
 * an error, as does a connection that breaks: what was read by then is not the file.
 */
export async function streamFile<Input>(
  transport: Transport,
  endpoint: Endpoint<Input, FileAnswer>,
  input: Input,
  options?: RequestOptions,
): Promise<FileStream> {
  return (await transport.open(erased(endpoint), input, options, openFile)) as FileStream;
}

const openFile: OpenFile = async ({ response, maxBytes, deadline, kinds, refuse, failed }) => {
  deadline.phase = "body";
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
    discard(response);
    throw new BodyFault("too_large");
  }
  const reader = response.body?.getReader();
  if (reader === undefined) return refuse(new Uint8Array());
  const next = async (): Promise<Uint8Array | undefined> => {
    const { done, value } = await deadline.race(reader.read());
    return done ? undefined : value;
  };
  let head = new Uint8Array();
  try {
    for (let chunk = await next(); chunk !== undefined; chunk = await next()) {
      const longer = new Uint8Array(head.length + chunk.length);
      longer.set(head);
      longer.set(chunk, head.length);
      head = longer;
      if (head.length >= headBytes) break;
    }
  } catch (error) {
    letGo(reader);
    deadline.check();
    throw new BodyFault("truncated", undefined, error);
  }
  const kind = fileKind(head, kinds);
  if (kind === undefined) {
    letGo(reader);
    return refuse(head);
  }
  const mediaType = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const { stream, ended } = handOn(head, next, reader, maxBytes, deadline, failed);
  const file: FileStream = mediaType === undefined || mediaType === "" ? { stream, kind } : { stream, kind, mediaType };
  return { file, ended };
};

function handOn(
  head: Uint8Array,
  next: () => Promise<Uint8Array | undefined>,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
  deadline: Deadline,
  failed: (error: unknown) => unknown,
): { stream: ReadableStream<Uint8Array>; ended: Promise<void> } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  let size = 0;
  let first: Uint8Array | undefined = head;
  let isOver = false;
  const finish = (): void => {
    isOver = true;
    deadline.signal.removeEventListener("abort", onAbort);
    end();
  };
  let fail: (error: unknown) => void = () => undefined;
  // Whoever took the stream and forgot it must not keep a connection for ever.
  const onAbort = (): void => fail(undefined);
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      fail = (error) => {
        if (isOver) return;
        letGo(reader);
        finish();
        controller.error(failed(interruption(deadline) ?? error));
      };
      deadline.signal.addEventListener("abort", onAbort, { once: true });
    },
    async pull(controller) {
      try {
        const chunk = first ?? (await next());
        first = undefined;
        if (isOver) return;
        if (chunk === undefined) {
          finish();
          controller.close();
          return;
        }
        size += chunk.length;
        if (size > maxBytes) fail(new BodyFault("too_large"));
        else controller.enqueue(chunk);
      } catch (error) {
        fail(new BodyFault("truncated", undefined, error));
      }
    },
    async cancel(reason) {
      finish();
      await reader.cancel(reason);
    },
  };
  return { stream: new ReadableStream(source, { highWaterMark: 0 }), ended };
}

/** Why the deadline ended the call, if it did. */
function interruption(deadline: Deadline): unknown {
  try {
    deadline.check();
    return undefined;
  } catch (error) {
    return error;
  }
}

function letGo(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  reader.cancel().catch(() => undefined);
}
