import { randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { serve } from "@x/core/testing/node";
import { parseKryptogoCallback } from "@x/kryptogo/callbacks";
import { passOn, refusal, type Vendor } from "./gate.ts";
import { Sessions } from "./sessions.ts";

/** A running backend. */
export interface Backend {
  /** Where its page is. */
  readonly url: string;
  /** Callbacks that came, by their subject. */
  readonly received: readonly string[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

const pageHeaders = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/**
 * Serves the page, passes on what the page may ask the vendor for, and receives the vendor's callbacks.
 *
 * @param vendor - Where the vendor is, and the key, which stays here.
 */
export async function startBackend(vendor: Omit<Vendor, "callbackUrl">, port: number = 0): Promise<Backend> {
  const sessions = new Sessions();
  const received: string[] = [];
  const secret = randomBytes(32).toString("base64url");
  let url = "";
  const full: Vendor = { ...vendor, callbackUrl: () => `${url}/hooks/${secret}` };
  const server = await serve(
    async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith("/hooks/")) return await hook(request, pathname.slice(7));
      const session = sessions.of(request);
      const answer = await route(request, pathname, session.id);
      if (session.cookie !== undefined) answer.headers.set("set-cookie", session.cookie);
      return answer;
    },
    { port },
  );
  ({ url } = server);
  return { url, received, close: async () => await server.close() };

  async function route(request: Request, pathname: string, session: string): Promise<Response> {
    if (pathname === "/news") return sessions.news(session);
    if (!pathname.startsWith("/kyc/")) return file(pathname === "/" ? "index.html" : pathname.slice(1));
    const origin = request.headers.get("origin");
    if (origin !== null && origin !== url) return refusal(403, "another site's page asked");
    return await passOn(request, pathname.slice(4), session, sessions, full);
  }

  /** The vendor signs nothing: what comes is a hint, and the page reads the record through the gate. */
  async function hook(request: Request, given: string): Promise<Response> {
    const isOurs = given.length === secret.length && timingSafeEqual(Buffer.from(given), Buffer.from(secret));
    if (request.method !== "POST" || !isOurs) return new Response(null, { status: 404 });
    try {
      const callback = parseKryptogoCallback(await request.text());
      received.push(callback.subject ?? callback.kind);
      if (callback.kind === "idv") sessions.tell(callback.payload.idv_task_id as number);
    } catch {
      return new Response(null, { status: 400 });
    }
    return new Response(null, { status: 200 });
  }
}

/** A file of the page; only names without a path, so that nothing else of this machine is served. */
function file(name: string): Response {
  const [, ending = ""] = /^[\w-]+\.(html|js|css|svg)$/.exec(name) ?? [];
  const type = types[ending];
  if (type === undefined) return new Response("Not found", { status: 404 });
  try {
    const bytes = readFileSync(new URL(`../dist/${name}`, import.meta.url));
    return new Response(new Uint8Array(bytes), { headers: { ...pageHeaders, "content-type": type } });
  } catch {
    return new Response("Not found: is the page built?", { status: 404 });
  }
}
