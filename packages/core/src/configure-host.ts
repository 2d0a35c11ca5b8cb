import { HeadersAuth, headerIssues } from "./auth/headers.js";
import { readBaseUrl } from "./base-url.js";
import type { ClientOptions } from "./client-options.js";
import { commonIssues, pathIssues } from "./configure.js";
import { ConfigurationError, type InputIssue } from "./errors/input-error.js";
import { ownOnly } from "./own.js";
import { isBrowser } from "./runtime.js";
import type { TransportParts } from "./client-state.js";
import { Transport } from "./transport.js";

/** What a vendor's package says of a client whose vendor runs on the customer's own host. */
export interface HostClientParts {
  readonly vendor: string;
  /** Reads the vendor's error body. */
  readonly readRefusal: TransportParts["readRefusal"];
  /** Inferred operations and their paths: the caller may give others. */
  readonly inferred?: Readonly<Record<string, string>>;
  /**
   * `fresh` asks for a new connection for each call. A host that closes idle connections early meets runtimes that send
   * a POST a second time, by themselves, when a kept connection breaks under it; a new connection is never kept.
   */
  readonly connections?: "kept" | "fresh";
}

/** Options of a client whose vendor runs on the customer's own host. */
export interface HostClientOptions extends ClientOptions {
  readonly baseUrl: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly paths?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Checks a client's options, all of them at once, and builds its transport.
 *
 * @throws {@link ConfigurationError} naming each option that cannot work; no header is quoted.
 */
export function hostTransport(parts: HostClientParts, given: HostClientOptions): Transport {
  const options = ownOnly(given);
  const issues: InputIssue[] = [];
  const baseUrl = readBaseUrl(options.baseUrl, options.allowInsecureHttp === true);
  if (!("origin" in baseUrl)) issues.push(baseUrl);
  issues.push(...headerIssues("headers", options.headers));
  for (const [name, path] of Object.entries(options.paths ?? {}))
    issues.push(...pathIssues(name, path, parts.inferred));
  issues.push(...commonIssues(options));
  if (isBrowser() && options.dangerouslyAllowBrowser !== true)
    issues.push({
      path: "baseUrl",
      code: "refused",
      expected: "no browser: it may send a paid call twice by itself, and headers are public in it",
    });
  if (issues.length > 0 || !("origin" in baseUrl)) throw new ConfigurationError(parts.vendor, issues);
  return new Transport({
    vendor: parts.vendor,
    baseUrl,
    auth: new HeadersAuth({ ...options.headers, ...(parts.connections === "fresh" ? { connection: "close" } : {}) }),
    readRefusal: parts.readRefusal,
    options,
    credential: JSON.stringify(options.headers ?? {}),
    paths: ownOnly(options.paths ?? {}),
  });
}
