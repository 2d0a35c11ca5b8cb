import type { LabMap } from "../lab.ts";

/** A backend as a page's owner has it: passes calls on to the vendors and adds the credential. */
export function backendOf(lab: LabMap): (request: Request) => Promise<Response> {
  let token: Promise<string> | undefined;
  const credentials: Readonly<Record<string, () => Promise<Record<string, string>>>> = {
    kryptogo: async () => ({ "GOFACT-API-TOKEN": lab.keys.kryptogo }),
    argos: async () => ({ "x-api-key": lab.keys.argos }),
    sealedArgos: async () => ({ "x-api-key": lab.keys.argos }),
    verifyvasp: async () => ({}),
    portal: async () => ({ authorization: `Bearer ${await (token ??= portalToken(lab.vendors.portal))}` }),
  };
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const [, name = "", path = ""] = /^\/(\w+)(\/.*)$/.exec(pathname) ?? [];
    const vendor = (lab.vendors as Readonly<Record<string, string | undefined>>)[name];
    const credential = credentials[name];
    if (vendor === undefined || credential === undefined) return new Response(null, { status: 404 });
    const headers = { ...kept(request.headers), ...(await credential()) };
    const body = request.body === null ? null : await request.arrayBuffer();
    const answer = await fetch(vendor + path + search, { method: request.method, headers, body, redirect: "manual" });
    return new Response(await answer.arrayBuffer(), { status: answer.status, headers: kept(answer.headers) });
  };
}

function kept(headers: Headers): Record<string, string> {
  const names = new Set(["content-type", "accept", "retry-after"]);
  return Object.fromEntries([...headers].filter(([name]) => names.has(name)));
}

async function portalToken(url: string): Promise<string> {
  const form = { grant_type: "client_credentials", client_id: "test-client", client_secret: "test-secret" };
  const answer = await fetch(`${url}/connect/token`, { method: "POST", body: new URLSearchParams(form) });
  return ((await answer.json()) as { access_token: string }).access_token;
}
