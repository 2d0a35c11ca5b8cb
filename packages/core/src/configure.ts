import type { Auth } from "./auth/types.js";
import { type BaseUrl, readBaseUrl } from "./base-url.js";
import type { ClientOptions } from "./client-options.js";
import type { Codec } from "./codec.js";
import { ConfigurationError, type InputIssue } from "./errors/input-error.js";
import { credentialProblem } from "./credential.js";
import { ClientCredentialsAuth } from "./auth/client-credentials.js";
import type { TokenStore } from "./auth/token-store.js";
import type { TokenRequest } from "./auth/token-request.js";
import { HeaderKeyAuth, noAuth } from "./auth/header-key.js";
import { limitIssues } from "./limits/gate.js";
import { timeoutIssue } from "./time-limit.js";
import { ownOnly } from "./own.js";
import { isBrowser } from "./runtime.js";
import { sendWithKy } from "./send/ky.js";
import type { TransportParts } from "./client-state.js";
import { Transport } from "./transport.js";

/** Where a client sends its calls: a named environment or a URL of the caller's. Never implied. */
export interface Destination {
  readonly environment?: string | undefined;
  readonly baseUrl?: string | undefined;
}

/** What a vendor's package says of any of its clients. */
interface ClientParts {
  readonly vendor: string;
  /** Base URL by environment name. */
  readonly environments: Readonly<Record<string, string>>;
  /** Reads the vendor's error body. */
  readonly readRefusal: TransportParts["readRefusal"];
  /** Inferred operations and their paths: the caller may give others. */
  readonly inferred?: Readonly<Record<string, string>>;
  readonly guard?: TransportParts["guard"];
  /** How requests and answers travel, where that is not plain. */
  readonly codec?: Codec;
  /** Most requests at once, where the caller does not say. Default no limit. */
  readonly concurrency?: number;
  /** What is wrong with the vendor's own options; told together with the rest. */
  readonly issues?: readonly InputIssue[];
}

/** What a vendor's package says of a client whose credential is a key in a header. */
export interface KeyClientParts extends ClientParts {
  /** Header that carries the key. */
  readonly keyHeader: string;
}

/** What a vendor's package says of a client whose credential is exchanged for tokens. */
export interface TokenClientParts extends ClientParts {
  /** Path of the token endpoint below the base URL, where the caller names no other. */
  readonly tokenPath: `/${string}`;
  readonly scope?: string | undefined;
  readonly audience?: string | undefined;
  /** Seconds that a token lives when the answer does not say. */
  readonly tokenSeconds: number;
}

interface PathOptions extends ClientOptions, Destination {
  readonly paths?: object | undefined;
}

/** Options of a client whose credential is a key in a header. */
export interface KeyClientOptions extends PathOptions {
  readonly apiKey?: string | undefined;
}

/** How tokens are asked for, where the vendor's usual way does not fit. */
export interface TokenClientSettings {
  /** Token endpoint, when it is not where the vendor's usually is. */
  readonly tokenUrl?: string;
  /** Scope asked for; null for none. */
  readonly scope?: string | null;
  /** Audience asked for; null for none. */
  readonly audience?: string | null;
  /** Where id and secret go: into the form, as is usual, or into an `Authorization: Basic` header. */
  readonly clientAuthentication?: "body" | "basic";
  /** Where all processes with this credential share their tokens. Default: each client has its own. */
  readonly tokenStore?: TokenStore;
}

/** Options of a client whose credential is exchanged for tokens. */
export interface TokenClientOptions extends PathOptions, TokenClientSettings {
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
}

/**
 * Checks a client's options, all of them at once, and builds its transport.
 *
 * @throws {@link ConfigurationError} naming each option that cannot work; no part of a credential is quoted.
 */
export function keyTransport(parts: KeyClientParts, given: KeyClientOptions): Transport {
  const options = ownOnly(given);
  const issues: InputIssue[] = [];
  const baseUrl = destination(parts, options, issues);
  return transportOf(parts, options, baseUrl, keyAuth(parts, options, issues), options.apiKey, issues);
}

/**
 * {@link keyTransport} for a credential that is exchanged for tokens.
 *
 * @throws {@link ConfigurationError} naming each option that cannot work; no part of a credential is quoted.
 */
export function tokenTransport(parts: TokenClientParts, given: TokenClientOptions): Transport {
  const options = ownOnly(given);
  const issues: InputIssue[] = [];
  const baseUrl = destination(parts, options, issues);
  return transportOf(parts, options, baseUrl, tokenAuth(parts, options, baseUrl, issues), options.clientId, issues);
}

function transportOf(
  parts: ClientParts,
  options: PathOptions,
  baseUrl: BaseUrl | undefined,
  auth: Auth,
  credential: string | undefined,
  issues: InputIssue[],
): Transport {
  const paths = ownOnly(options.paths ?? {}) as Readonly<Record<string, string | undefined>>;
  for (const [name, path] of Object.entries(paths)) issues.push(...pathIssues(name, path, parts.inferred));
  issues.push(...commonIssues(options), ...(parts.issues ?? []));
  if (issues.length > 0 || baseUrl === undefined) throw new ConfigurationError(parts.vendor, issues);
  const { vendor, readRefusal, guard, codec, concurrency } = ownOnly(parts);
  return new Transport({ vendor, baseUrl, auth, credential, concurrency, readRefusal, guard, codec, options, paths });
}

function destination(parts: ClientParts, options: PathOptions, issues: InputIssue[]): BaseUrl | undefined {
  const names = Object.keys(parts.environments);
  const { environment, baseUrl } = options;
  if ((environment === undefined) === (baseUrl === undefined)) {
    issues.push({
      path: "environment",
      code: "missing",
      expected: `either environment (${names.join(", ")}) or baseUrl`,
    });
    return undefined;
  }
  if (environment !== undefined && !names.includes(environment)) {
    issues.push({ path: "environment", code: "invalid", expected: `one of ${names.join(", ")}` });
    return undefined;
  }
  const read = readBaseUrl(baseUrl ?? parts.environments[environment ?? ""], options.allowInsecureHttp === true);
  if ("origin" in read) return read;
  issues.push(read);
  return undefined;
}

function keyAuth(parts: KeyClientParts, options: KeyClientOptions, issues: InputIssue[]): Auth {
  // A base URL without a key is the user's own backend, which adds it.
  if (options.apiKey === undefined && options.baseUrl !== undefined) return noAuth;
  credentialIssues("apiKey", options.apiKey, options, issues);
  return new HeaderKeyAuth(parts.keyHeader, options.apiKey ?? "");
}

function tokenAuth(
  parts: TokenClientParts,
  options: TokenClientOptions,
  baseUrl: BaseUrl | undefined,
  issues: InputIssue[],
): Auth {
  const { clientId, clientSecret, tokenUrl, clientAuthentication: authentication = "body" } = options;
  // A base URL without a credential is the user's own backend, which adds the token.
  if (clientId === undefined && clientSecret === undefined && options.baseUrl !== undefined) return noAuth;
  const idProblem = credentialProblem("clientId", clientId);
  if (idProblem !== undefined) issues.push(idProblem);
  credentialIssues("clientSecret", clientSecret, options, issues);
  if (authentication !== "body" && authentication !== "basic")
    issues.push({ path: "clientAuthentication", code: "invalid", expected: "body or basic" });
  if (authentication === "basic" && clientId?.includes(":") === true)
    issues.push({ path: "clientId", code: "invalid", expected: "no colon, which Basic cannot carry" });
  const own = tokenUrl === undefined ? baseUrl : readBaseUrl(tokenUrl, options.allowInsecureHttp === true);
  if (own !== undefined && !("origin" in own)) issues.push({ ...own, path: "tokenUrl" });
  if (own === undefined || !("origin" in own)) return noAuth;
  if (options.tokenStore !== undefined && typeof options.tokenStore.of !== "function")
    issues.push({ path: "tokenStore", code: "invalid", expected: "a TokenStore" });
  const request: TokenRequest = {
    tokenUrl: own.origin + own.path + (tokenUrl === undefined ? parts.tokenPath : ""),
    clientId: clientId ?? "",
    clientSecret: clientSecret ?? "",
    scope: chosen("scope", options.scope, parts.scope, issues),
    audience: chosen("audience", options.audience, parts.audience, issues),
    authentication,
    tokenSeconds: parts.tokenSeconds,
  };
  return new ClientCredentialsAuth({
    ...request,
    shared: issues.length === 0 ? options.tokenStore?.of(request) : undefined,
    send: options.send ?? sendWithKy,
    fetch: () => options.fetch ?? globalThis.fetch,
  });
}

/** The caller's word; null for none; otherwise the vendor's usual one. */
function chosen(path: string, given: unknown, usual: string | undefined, issues: InputIssue[]): string | undefined {
  if (given === undefined) return usual;
  if (given === null) return undefined;
  if (typeof given === "string" && given !== "") return given;
  issues.push({ path, code: "invalid", expected: "a non-empty string, or null for none" });
  return undefined;
}

function credentialIssues(path: string, value: unknown, options: ClientOptions, issues: InputIssue[]): void {
  const problem = credentialProblem(path, value);
  if (problem !== undefined) issues.push(problem);
  if (isBrowser() && options.dangerouslyAllowBrowser !== true)
    issues.push({ path, code: "refused", expected: "no credential in a browser; point baseUrl at your own backend" });
}

/** What is wrong with a path that the caller gave for an inferred one. */
export function pathIssues(
  name: string,
  path: string | undefined,
  inferred: ClientParts["inferred"] = {},
): InputIssue[] {
  const where = `paths.${Object.hasOwn(inferred, name) ? name : "*"}`;
  if (!Object.hasOwn(inferred, name))
    return [{ path: where, code: "unknown_operation", expected: `one of ${Object.keys(inferred).join(", ")}` }];
  if (path === undefined) return [];
  const wanted = placeholders(inferred[name] ?? "");
  const sound =
    typeof path === "string" && /^(?:\/(?:[\w.~-]|\{\w+\})+)+$/.test(path) && !/\/\.{1,2}(?:\/|$)/.test(path);
  if (sound && placeholders(path) === wanted) return [];
  return [{ path: where, code: "invalid", expected: `a path with the placeholders ${wanted || "(none)"}` }];
}

function placeholders(path: string): string {
  return (path.match(/\{\w+\}/g) ?? []).sort().join(" ");
}

/** What is wrong with the options that every client takes. */
export function commonIssues(options: ClientOptions): InputIssue[] {
  const issues: InputIssue[] = [];
  const timeout = options.timeout === undefined ? undefined : timeoutIssue("timeout", options.timeout);
  if (timeout !== undefined) issues.push(timeout);
  const { maxResponseBytes: bytes, responseValidation: mode } = options;
  if (bytes !== undefined && !(Number.isSafeInteger(bytes) && bytes >= 1))
    issues.push({ path: "maxResponseBytes", code: "out_of_range", expected: "a positive whole number of bytes" });
  if (mode !== undefined && !["report", "strict", "off"].includes(mode))
    issues.push({ path: "responseValidation", code: "invalid", expected: "report, strict or off" });
  for (const name of ["fetch", "send"] as const)
    if (options[name] !== undefined && typeof options[name] !== "function")
      issues.push({ path: name, code: "invalid", expected: "a function" });
  for (const name of ["intents", "spend", "journal"] as const)
    if (options[name] !== undefined && typeof options[name]?.keep !== "function")
      issues.push({ path: name, code: "invalid", expected: "what its create function returns" });
  issues.push(...limitIssues(options));
  return issues;
}
