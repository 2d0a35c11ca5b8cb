import { sealed, sealedText } from "../../ciphers/envelope.js";
import type { ArgosCipher } from "../../ciphers/types.js";

/** What the fake's gateway looks at before anything else. */
export interface GatewayOptions {
  readonly apiKey: string;
  /** The cipher that a request travels by. */
  readonly cipherOf: (request: Request) => ArgosCipher | undefined;
  /** Whether the caller's address is on the project's list. */
  readonly isAllowed: () => boolean;
}

/** Refuses, decrypts what comes in and encrypts what goes out, as the vendor's gateway does. */
export function gateway({ apiKey, cipherOf, isAllowed }: GatewayOptions) {
  return async (request: Request, work: (request: Request) => Promise<Response>): Promise<Response> => {
    if (!isAllowed()) return refusal(403, "User is not authorized to access this resource with an explicit deny");
    if (request.headers.get("x-api-key") !== apiKey) return refusal(403, "Forbidden");
    const cipher = cipherOf(request);
    if (cipher === undefined) return await work(request);
    const opened = await open(request, cipher).catch(() => undefined);
    if (opened === undefined) return refusal(400, "Decryption is Failed. Please check the api-key.");
    const answer = await work(opened);
    if (!answer.headers.get("content-type")?.includes("json")) return answer;
    return Response.json(sealed(await cipher.encrypt(await answer.text())), { status: answer.status });
  };
}

/** A refusal in the vendor's form. */
function refusal(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

/** The request as it was before it was encrypted; a form travels as it is. */
async function open(request: Request, cipher: ArgosCipher): Promise<Request> {
  const url = new URL(request.url);
  const isForm = request.headers.get("content-type")?.startsWith("multipart/") === true;
  if (url.search !== "") {
    const inside = url.searchParams.get("data");
    if (inside === null || url.searchParams.size !== 1) throw new TypeError("not encrypted");
    const fields = JSON.parse(await cipher.decrypt(inside)) as Record<string, string>;
    url.search = new URLSearchParams(fields).toString();
  }
  const { method, headers } = request;
  if (isForm) return new Request(url, { method, headers, body: await request.arrayBuffer() });
  const text = await request.text();
  if (text === "") return new Request(url, { method, headers });
  const inside = sealedText(JSON.parse(text), true);
  if (inside === undefined) throw new TypeError("not encrypted");
  return new Request(url, { method, headers, body: await cipher.decrypt(inside) });
}
