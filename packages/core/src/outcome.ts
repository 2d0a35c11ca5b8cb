import type { Effect } from "./endpoint.js";
import { foreignCode } from "./errors/sdk-error.js";
import type { Outcome } from "./errors/codes.js";

/** TLS can break after the request was read as well, with other `ERR_SSL` codes: only what ends a handshake proves anything. */
const neverSent =
  /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_[A-Z_]+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]+|ERR_TLS_CERT_[A-Z_]+|ERR_TLS_HANDSHAKE(?:_TIMEOUT)?|ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION|ERR_SSL_UNSUPPORTED_PROTOCOL|ERR_SSL_NO_PROTOCOLS_AVAILABLE|ERR_MODULE_NOT_FOUND)$/;

/**
 * How far a call got whose connection failed.
 *
 * Each runtime says it differently: Node by the code of the cause, Bun by the code of the error, Deno by text alone.
 * Workers and browsers do not say, so there it is unknown.
 */
export function outcomeOfNetworkFailure(error: unknown): Outcome {
  const code = foreignCode(error);
  if (code !== undefined) return neverSent.test(code) && !brokeInUse(error) ? "not_sent" : "unknown";
  const text = messageOf(error) + messageOf((error as { cause?: unknown } | undefined)?.cause);
  return text.includes("client error (Connect)") ? "not_sent" : "unknown";
}

const refusals = new Set([400, 401, 403, 404, 405, 406, 409, 410, 411, 413, 414, 415, 422, 429, 451]);

/** How far a call got that was answered with an error status. */
export function outcomeOfStatus(status: number): Outcome {
  return refusals.has(status) ? "rejected" : "unknown";
}

/** How far a call got that was answered with a redirect: "see there" may mean that it was made. */
export function outcomeOfRedirect(status: number): Outcome {
  return status === 307 || status === 308 ? "rejected" : "unknown";
}

/** How far a call got whose success answer cannot be read. */
export function outcomeOfBrokenAnswer(effect: Effect): Outcome {
  return effect === "create" ? "created_unreadable" : "unknown";
}

/** A connection that stood may report an unreachable host too, when it reads or writes. */
function brokeInUse(error: unknown): boolean {
  let at = error as { syscall?: unknown; cause?: unknown } | null | undefined;
  for (let level = 0; level < 5 && typeof at === "object" && at !== null; level++, at = at.cause as typeof at)
    if (at.syscall === "read" || at.syscall === "write") return true;
  return false;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}
