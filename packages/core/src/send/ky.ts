import { ownOnly } from "../own.js";
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
    // The next call tries again.
    loading = undefined;
    throw error;
  });
  const { default: ky } = await loading;
  // Workers and browsers refuse a fetch that is called as a method of something else.
  const { fetch } = request;
  const options = Object.assign(Object.create(null) as object, blank, {
    method: request.method,
    headers: request.headers,
    body: request.body,
    signal: request.signal,
    // ky hands on a literal of its own, which inherits what was planted; every option of ours is in the request already.
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => await fetch(input, ownOnly(init ?? {})),
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
