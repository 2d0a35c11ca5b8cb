import type { MiddlewareHandler } from "hono";

/** Whether a host name is this machine. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|(?:[\w-]+\.)+localhost|127(?:\.\d{1,3}){3}|\[::1\]|::1)$/i.test(host);
}

/**
 * Refuses requests whose Host header names another machine: a page of the web that had its own name point here (DNS
 * rebinding) could drive the sandbox otherwise.
 */
export const onlyThisMachine: MiddlewareHandler = async (context, next) => {
  const host = (context.req.header("host") ?? "").replace(/:\d+$/, "");
  if (isLoopback(host)) return await next();
  return context.json({ error: "This sandbox answers to names of this machine only; --host lets others in." }, 403);
};

/** Refuses what another site's page sends to the controls. */
export const onlyOwnPage: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header("origin");
  const isForeign = origin !== undefined && hostOf(origin) !== context.req.header("host");
  if (isForeign || context.req.header("sec-fetch-site") === "cross-site")
    return context.json({ error: "Only the sandbox's own page may do this." }, 403);
  const isWrite = context.req.method !== "GET";
  // A form of another site cannot send JSON without being asked about it first.
  if (isWrite && context.req.header("content-type")?.startsWith("application/json") !== true)
    return context.json({ error: "Send application/json." }, 415);
  return await next();
};

/** Nothing from elsewhere, nothing inline, in nobody's frame. */
export const pageHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : "";
}
