import { ownOnly } from "../own.js";
import { ownConnection } from "./own-connection.js";
import type { Send } from "./types.js";

type KyModule = typeof import("ky");

let loading: Promise<KyModule> | undefined;

/**
 * Sends through ky, which is loaded at the first call: loading it wakes Node's fetch.
 *
 * Retry, deadline, redirects and errors are ours, so all of ky's are off. Every option is an own property, `undefined`
 * ones included: ky reads options by name, and an option missing here could be planted on `Object.prototype`.
 */
export const sendWithKy: Send = async (request) => {
  loading ??= import("ky").catch((error: unknown) => {
    // The next call tries again. Nothing was sent, and the code says so.
    loading = undefined;
    throw Object.assign(new Error("ky could not be loaded", { cause: error }), { code: "ERR_MODULE_NOT_FOUND" });
  });
  const { default: ky } = await loading;
  // Workers and browsers refuse a fetch that is called as a method of something else.
  const { fetch, once } = request;
  const options = Object.assign(Object.create(null) as object, blank, {
    method: request.method,
    headers: request.headers,
    body: request.body,
    duplex: request.body instanceof ReadableStream ? "half" : undefined,
    signal: request.signal,
    // ky hands on a literal of its own, which inherits what was planted; every option of ours is in the request already.
    fetch: async (input: RequestInfo | URL, init?: RequestInit) =>
      await fetch(input, Object.assign(ownOnly(init ?? {}), ownConnection(once))),
  });
  try {
    return await ky(request.url, options as never);
  } catch (error) {
    // ky's own errors hold the request with its headers; what they wrap is the runtime's.
    throw (error as { cause?: unknown } | undefined)?.cause ?? error;
  }
};

const blank = Object.freeze({
  retry: 0,
  timeout: false,
  totalTimeout: false,
  throwHttpErrors: false,
  redirect: "manual",
  prefix: "",
  baseUrl: undefined,
  json: undefined,
  searchParams: undefined,
  hooks: Object.freeze(
    Object.assign(Object.create(null) as object, {
      init: [],
      beforeRequest: [],
      beforeRetry: [],
      beforeError: [],
      afterResponse: [],
    }),
  ),
  parseJson: undefined,
  stringifyJson: undefined,
  onDownloadProgress: undefined,
  onUploadProgress: undefined,
  context: undefined,
  credentials: undefined,
  cache: undefined,
  integrity: undefined,
  keepalive: undefined,
  mode: undefined,
  priority: undefined,
  referrer: undefined,
  referrerPolicy: undefined,
  window: undefined,
  dispatcher: undefined,
} as const);
