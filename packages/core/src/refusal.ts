import type { AnyEndpoint } from "./endpoint.js";
import { ApiError, type VendorRefusal } from "./errors/api-error.js";
import { RedirectError } from "./errors/transport-errors.js";
import { parseJson } from "./json/parse.js";
import { outcomeOfRedirect, outcomeOfStatus } from "./outcome.js";
import type { Progress } from "./progress.js";
import { discard } from "./read-body.js";
import { retryAfterMs } from "./retry-after.js";
import type { Shared } from "./client-state.js";

/** The error for an answer with an error status; without a text when its body could not be read. */
export function refusedBy(
  response: Response,
  text: string | undefined,
  endpoint: AnyEndpoint,
  { readRefusal }: Pick<Shared, "readRefusal">,
  progress: Progress,
): ApiError {
  const { status, headers } = response;
  return new ApiError({
    facts: progress.facts(),
    outcome: progress.further(outcomeOfStatus(status)),
    status,
    reason: endpoint.errors[status],
    refusal: text === undefined ? undefined : readSafely(readRefusal, text),
    retryAfterMs: retryAfterMs(headers.get("retry-after"), Date.now()),
    text,
  });
}

/** The error for a redirect. */
export function redirectedBy(response: Response, origin: string, progress: Progress): RedirectError {
  discard(response);
  const { status, headers } = response;
  const outcome = progress.further(outcomeOfRedirect(status));
  return new RedirectError(progress.facts(), outcome, status, leaves(headers.get("location"), origin));
}

function readSafely(read: (body: unknown) => VendorRefusal, text: string): VendorRefusal {
  try {
    return read(parseJson(text));
  } catch {
    return {};
  }
}

/** Whether a Location points to another origin; its path and query are not looked at, they may hold anything. */
function leaves(location: string | null, origin: string): boolean | undefined {
  if (location === null) return undefined;
  try {
    return new URL(location, origin).origin !== origin;
  } catch {
    return undefined;
  }
}
