import type { Auth } from "./auth/types.js";
import { type BaseUrl, readBaseUrl } from "./base-url.js";
import type { ClientOptions } from "./client-options.js";
import type { Codec } from "./codec.js";
import { ConfigurationError, type InputIssue } from "./errors/input-error.js";
import { credentialProblem } from "./credential.js";
import { HeaderKeyAuth, noAuth } from "./auth/header-key.js";
import { timeoutIssue } from "./input.js";
import { ownOnly } from "./own.js";
import type { TransportParts } from "./shared.js";
import { Transport } from "./transport.js";

/** Where a client sends its calls: a named environment or a URL of the caller's. Never implied. */
export interface Destination {
  readonly environment?: string | undefined;
  readonly baseUrl?: string | undefined;
}

/** What a vendor's package says of a client whose credential is a key in a header. */
export interface KeyClientParts {
  readonly vendor: string;
  /** Base URL by environment name. */
  readonly environments: Readonly<Record<string, string>>;
  /** Header that carries the key. */
  readonly keyHeader: string;
  readonly readRefusal: TransportParts["readRefusal"];
  /** Inferred operations and their paths: the caller may give others. */
  readonly inferred?: Readonly<Record<string, string>>;
  /** How requests and answers travel, where that is not plain. */
  readonly codec?: Codec;
  /** What is wrong with the vendor's own options; told together with the rest. */
  readonly issues?: readonly InputIssue[];
}

/** Options of a client whose credential is a key in a header. */
export interface KeyClientOptions extends ClientOptions, Destination {
  readonly apiKey?: string | undefined;
  readonly paths?: Readonly<Record<string, string | undefined>> | undefined;
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
  const auth = keyAuth(parts, options, issues);
  for (const [name, path] of Object.entries(options.paths ?? {}))
    issues.push(...pathIssues(name, path, parts.inferred));
  issues.push(...commonIssues(options), ...(parts.issues ?? []));
  if (issues.length > 0 || baseUrl === undefined) throw new ConfigurationError(parts.vendor, issues);
  return new Transport({
    vendor: parts.vendor,
    baseUrl,
    auth,
    readRefusal: parts.readRefusal,
    options,
    codec: parts.codec,
    paths: ownOnly(options.paths ?? {}),
  });
}

function destination(parts: KeyClientParts, options: KeyClientOptions, issues: InputIssue[]): BaseUrl | undefined {
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
  const problem = credentialProblem("apiKey", options.apiKey);
  if (problem !== undefined) issues.push(problem);
  if (isBrowser() && options.dangerouslyAllowBrowser !== true)
    issues.push({
      path: "apiKey",
      code: "refused",
      expected: "no credential in a browser; point baseUrl at your own backend",
    });
  return new HeaderKeyAuth(parts.keyHeader, options.apiKey ?? "");
}

function pathIssues(name: string, path: string | undefined, inferred: KeyClientParts["inferred"] = {}): InputIssue[] {
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

function commonIssues(options: ClientOptions): InputIssue[] {
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
  return issues;
}

/** A page or one of its workers: whoever visits it can read what it holds. */
function isBrowser(): boolean {
  const { window, importScripts } = globalThis as { window?: { document?: unknown }; importScripts?: unknown };
  return window?.document !== undefined || typeof importScripts === "function";
}
