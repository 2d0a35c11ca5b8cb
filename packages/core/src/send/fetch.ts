import { ownConnection } from "./own-connection.js";
import type { Send } from "./types.js";

/** Sends by `fetch` alone: smaller and faster, for edge workers. Same behaviour as the default. */
export const sendWithFetch: Send = async (request) => {
  const { fetch, url, method, headers, body, signal } = request;
  const init = Object.assign(Object.create(null) as RequestInit, {
    method,
    headers,
    signal,
    redirect: "manual" as const,
    ...ownConnection(request.once),
  });
  if (body !== undefined) init.body = body;
  if (body instanceof ReadableStream) Object.assign(init, { duplex: "half" });
  return await fetch(url, init);
};
