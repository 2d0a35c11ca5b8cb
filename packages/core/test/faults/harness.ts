import { isSdkError, type SdkError } from "../../src/index.js";
import {
  type FaultPlan,
  type FaultServer,
  type FaultServerOptions,
  startFaultServer,
} from "../../src/testing/node/index.js";
import { answerTo } from "./vendor.js";

/** A fault server that ends with its block. */
export async function started(
  script: FaultPlan,
  more: FaultServerOptions = {},
): Promise<FaultServer & AsyncDisposable> {
  const server = await startFaultServer({ answer: answerTo, ...more, script });
  return Object.assign(server, { [Symbol.asyncDispose]: async () => await server.close() });
}

/** A call that failed, and how long that took. */
export interface Failure {
  readonly error: SdkError;
  readonly ms: number;
}

/** Waits for a call that has to fail, with an error of ours. */
export async function failure(calling: Promise<unknown>): Promise<Failure> {
  const began = performance.now();
  try {
    await calling;
  } catch (error) {
    if (isSdkError(error)) return { error, ms: performance.now() - began };
    throw new TypeError("an error that is not ours came out", { cause: error });
  }
  throw new TypeError("the call succeeded");
}

/** The error that tells the reason: an unknown outcome carries it as its cause. */
export function reasonOf(error: SdkError): SdkError {
  return isSdkError(error.cause) ? error.cause : error;
}

/** Waits until something is so, or gives up. */
export async function until(isSo: () => boolean, ms: number): Promise<boolean> {
  const ends = performance.now() + ms;
  while (!isSo()) {
    if (performance.now() > ends) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}

/** A body that begins and never ends, and notes whether it was let go. */
export function endlessBody(): { readonly body: ReadableStream<Uint8Array>; readonly isCancelled: () => boolean } {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"id":')),
    cancel: () => {
      cancelled = true;
    },
  });
  return { body, isCancelled: () => cancelled };
}
