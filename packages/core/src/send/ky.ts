import { ownOnly } from "../own.js";
import { ownConnection } from "./own-connection.js";
import type { Send } from "./types.js";

type KyModule = typeof import("ky");

let loading: Promise<KyModule> | undefined;

/**
 * Sends through ky, which is loaded at the first call: loading it wakes Node's fetch.
 *
 * Retry, deadline, redirects and errors are ours, so all of ky's are off. ky reads options by name, so one that is planted
 * on `Object.prototype` is said again; not all of them each time, because ky copies all that it has for each one more.
 */
export const sendWithKy: Send = async (request) => {
  loading ??= import("ky").catch((error: unknown) => {
    // The next call tries again. Nothing was sent, and the code says so.
    loading = undefined;
    throw Object.assign(new Error("ky could not be loaded", { cause: error }), { code: "ERR_MODULE_NOT_FOUND" });
  });
  const { default: ky } = await loading;
  // Workers and browsers refuse a fetch that is called as a method of something else.
  const { url, method, headers, body, signal, fetch, once } = request;
  const options = Object.assign(Object.create(null) as object, blank, {
    method,
    headers,
    // The runtime's own fetch takes the signal with what it sends; a second one in ky's request doubles its cost.
    ...(fetch === globalThis.fetch ? undefined : { signal }),
    // ky hands on a literal of its own, which inherits what was planted; every option of ours is in the request already.
    fetch: async (input: RequestInfo | URL, init?: RequestInit) =>
      await fetch(input, Object.assign(ownOnly(init ?? {}), { signal }, ownConnection(once))),
    ...(body === undefined ? undefined : { body }),
    ...(body instanceof ReadableStream ? { duplex: "half" } : undefined),
  }) as Record<string, unknown>;
  for (const name in usual) if (name in Object.prototype) options[name] = usual[name];
  try {
    return await ky(url, options as never);
  } catch (error) {
    // ky's own errors hold the request with its headers; what they wrap is the runtime's.
    throw (error as { cause?: unknown } | undefined)?.cause ?? error;
  }
};

const blank = Object.freeze({
  retry: 0,
  timeout: false,
  throwHttpErrors: false,
  redirect: "manual",
  baseUrl: undefined,
} as const);

/** What ky takes for granted of what is not said. Names that also steer the runtime are refused before (`own.ts`). */
const usual = Object.freeze(
  Object.assign(Object.create(null) as Record<string, unknown>, {
    baseUrl: undefined,
    context: undefined,
    json: undefined,
    onDownloadProgress: undefined,
    onUploadProgress: undefined,
    parseJson: undefined,
    prefix: "",
    stringifyJson: undefined,
    totalTimeout: false,
  }),
);
