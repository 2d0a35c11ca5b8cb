import { toBase64 } from "../base64.js";
import { credentialProblem } from "../credential.js";
import { Deadline, Interrupted } from "../deadline.js";
import { ApiError } from "../errors/api-error.js";
import { BodyError } from "../errors/body-errors.js";
import { foreignCode } from "../errors/sdk-error.js";
import { NetworkError, RedirectError, TimeoutError } from "../errors/transport-errors.js";
import { JsonFault } from "../json/fault.js";
import { parseJson } from "../json/parse.js";
import { BodyFault, decodeText, discard, readBytes } from "../read-body.js";
import { longestHintMs } from "../retry.js";
import { retryAfterMs } from "../retry-after.js";
import type { Send } from "../send/types.js";
import { AuthFailure } from "./types.js";

/** What a token is asked for with. */
export interface TokenRequest {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string | undefined;
  readonly audience?: string | undefined;
  /** Where id and secret go: into the form, or into an `Authorization: Basic` header. Never both. */
  readonly authentication: "body" | "basic";
  /** Seconds that a token lives when the answer does not say. */
  readonly tokenSeconds: number;
}

/** A bearer token. Times are of the monotonic clock. */
export interface Token {
  /** The token. A method, so that no log prints it. */
  read(): string;
  readonly received: number;
  readonly expires: number;
  readonly lifeMs: number;
}

const timeoutMs = 30_000;
const maxBytes = 64 * 1024;

/** The token endpoint answered, and not with a token. */
export class TokenRefused extends AuthFailure {
  /** Whether asking again would be answered the same. */
  readonly isFinal: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, code: string | undefined, retryAfter: number | undefined) {
    const isFinal = status < 500 && status !== 429 && status !== 408;
    super(
      (facts) =>
        new ApiError({
          facts,
          outcome: "not_sent",
          status,
          code: isFinal ? "authentication" : undefined,
          reason: isFinal
            ? "The token endpoint refused the client credentials, and nothing was sent."
            : "The token endpoint failed, and nothing was sent.",
          refusal: { code },
          retryAfterMs: retryAfter,
        }),
    );
    this.isFinal = isFinal;
    this.retryAfterMs = retryAfter;
  }
}

/** Asks for a token, once. */
export async function requestToken(request: TokenRequest, send: Send, fetch: typeof globalThis.fetch): Promise<Token> {
  const deadline = new Deadline(timeoutMs, undefined);
  try {
    const { headers, body } = formOf(request);
    const { signal } = deadline;
    const response = await deadline.race(send({ url: request.tokenUrl, method: "POST", headers, body, signal, fetch }));
    return await read(response, request, deadline);
  } catch (error) {
    throw failureOf(error);
  } finally {
    deadline.dispose();
  }
}

function formOf(request: TokenRequest): { headers: Headers; body: string } {
  const { authentication, clientId, clientSecret, scope, audience } = request;
  const headers = new Headers({ accept: "application/json", "content-type": "application/x-www-form-urlencoded" });
  const form = new URLSearchParams({ grant_type: "client_credentials" });
  if (authentication === "basic")
    headers.set("authorization", `Basic ${toBase64(new TextEncoder().encode(`${clientId}:${clientSecret}`))}`);
  else {
    form.set("client_id", clientId);
    form.set("client_secret", clientSecret);
  }
  if (scope !== undefined) form.set("scope", scope);
  if (audience !== undefined) form.set("audience", audience);
  return { headers, body: form.toString() };
}

async function read(response: Response, request: TokenRequest, deadline: Deadline): Promise<Token> {
  const { ok, status, headers } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
    discard(response);
    throw new AuthFailure((facts) => new RedirectError(facts, "not_sent", status, undefined));
  }
  const reading = readBytes(response, maxBytes, deadline).then((bytes) =>
    decodeText(bytes, headers.get("content-type")),
  );
  if (!ok) throw new TokenRefused(status, await codeIn(reading), hint(headers.get("retry-after")));
  const { access_token: secret, token_type: type, expires_in: seconds } = fieldsOf(parseJson(await reading));
  const sound =
    credentialProblem("", secret) === undefined &&
    (type === undefined || (typeof type === "string" && /^bearer$/i.test(type)));
  if (!sound) throw unusable(status);
  const lifeMs = lifeOf(seconds, request.tokenSeconds) * 1000;
  const received = performance.now();
  return { read: () => secret as string, received, expires: received + lifeMs, lifeMs };
}

/** The code in a refusal's body. The status has said no; a body that cannot be read takes nothing away from that. */
async function codeIn(reading: Promise<string>): Promise<string | undefined> {
  const text = await reading.catch(() => "");
  return oauthCode(fieldsOf(lenient(text))["error"]);
}

function fieldsOf(answer: unknown): Record<string, unknown> {
  return (typeof answer === "object" && answer !== null ? answer : {}) as Record<string, unknown>;
}

function lifeOf(seconds: unknown, otherwise: number): number {
  const said = typeof seconds === "string" ? Number(seconds) : seconds;
  return Number.isFinite(said) && Number(said) > 0 ? Math.min(Number(said), 86_400) : otherwise;
}

/** Codes that OAuth defines; anything else an endpoint says there may be a person's words. */
function oauthCode(error: unknown): string | undefined {
  const known = /^(?:invalid_(?:request|client|grant|scope|target)|unauthorized_client|unsupported_grant_type)$/;
  return typeof error === "string" && known.test(error) ? error : undefined;
}

function hint(header: string | null): number | undefined {
  const ms = retryAfterMs(header, Date.now());
  return ms === undefined ? undefined : Math.min(ms, longestHintMs);
}

function lenient(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Never with the answer's text: a token may be in it. */
function unusable(status: number): AuthFailure {
  const says = "the token endpoint's answer holds no bearer token, and nothing was sent.";
  return new AuthFailure(
    (facts) => new BodyError({ code: "unexpected_content", outcome: "not_sent", facts, status, says }),
  );
}

function failureOf(error: unknown): AuthFailure {
  if (error instanceof AuthFailure) return error;
  if (error instanceof Interrupted)
    return new AuthFailure((facts) => new TimeoutError(facts, "not_sent", timeoutMs, "authentication"));
  if (error instanceof BodyFault || error instanceof JsonFault) return unusable(200);
  return new AuthFailure((facts) => new NetworkError(facts, "not_sent", foreignCode(error), error));
}
