import { createIdvTask, getIdvTask } from "@x/kryptogo/endpoints";
import type { Sessions } from "./sessions.ts";

/** Where the vendor is, what it takes for a key, and where it shall call back. */
export interface Vendor {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly callbackUrl: () => string;
}

/** Most bytes of a request: three pictures of 15 MB in base64. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Lets a browser make two of the vendor's operations, with the key that it does not have: it begins a verification, and it
 * reads the ones that it began.
 */
export async function passOn(request: Request, path: string, session: string, sessions: Sessions, vendor: Vendor) {
  if (request.method === createIdvTask.method && path === createIdvTask.path)
    return await begin(request, session, sessions, vendor);
  const [, id] = /^\/idv\/(\d{1,15})$/.exec(path) ?? [];
  if (request.method === getIdvTask.method && id !== undefined) {
    if (!sessions.owns(session, Number(id))) return refusal(404, "no such verification");
    return await ask(vendor, `/idv/${id}`, { method: "GET" });
  }
  return refusal(403, "this page may not do that");
}

async function begin(request: Request, session: string, sessions: Sessions, vendor: Vendor): Promise<Response> {
  if (request.headers.get("content-type")?.startsWith("application/json") !== true) return refusal(415, "send JSON");
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > mostBytes) return refusal(413, "too large");
  return await sessions.once(session, bytes, async () => await pay(bytes, session, sessions, vendor));
}

async function pay(bytes: ArrayBuffer, session: string, sessions: Sessions, vendor: Vendor): Promise<Response> {
  const given = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  // Where the vendor calls back, and under which name it keeps the customer, is not the browser's to say.
  const body = JSON.stringify({ ...given, callback_url: vendor.callbackUrl(), customer_reference: session });
  const answer = await ask(vendor, "/idv", { method: "POST", body, headers: { "content-type": "application/json" } });
  const text = await answer.text();
  const { idv_task_id } = readable(text);
  if (answer.ok && typeof idv_task_id === "number") sessions.own(session, idv_task_id);
  return new Response(text, { status: answer.status, headers: { "content-type": "application/json" } });
}

async function ask({ baseUrl, apiKey }: Vendor, path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("GOFACT-API-TOKEN", apiKey);
  try {
    const signal = AbortSignal.timeout(30_000);
    const answer = await fetch(baseUrl + path, { ...init, headers, redirect: "manual", signal });
    // A body that breaks off here must not look whole there.
    return new Response(await answer.text(), {
      status: answer.status,
      headers: { "content-type": answer.headers.get("content-type") ?? "application/json" },
    });
  } catch {
    return refusal(504, "the vendor did not answer");
  }
}

function readable(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A refusal in the vendor's form, so that the client in the page reads it. */
export function refusal(status: number, message: string): Response {
  return Response.json({ code: status * 100, message }, { status });
}
