/** A mutant that may live. */
export interface Survivor {
  /** Below `packages/core/`. */
  readonly file: string;
  /** The line that is mutated, trimmed. */
  readonly line: string;
  /** What it may become; anything when left out. */
  readonly to?: string;
  /** Why nothing a user could notice changes. */
  readonly because: string;
}

/** Every mutant that no test notices, with its reason. */
export const survivors: readonly Survivor[] = [
  {
    file: "src/path-segment.ts",
    line: "for (let level = 0; level < 10; level++) {",
    to: "level <= 10",
    because: "One level more is looked at before a text that nobody means is refused.",
  },
  {
    file: "src/base-url.ts",
    line: 'return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127\\.\\d+\\.\\d+\\.\\d+$/.test(host);',
    to: "/127\\.\\d+\\.\\d+\\.\\d+$/",
    because: "URLs refuse a host that ends in a number and is no address, so nothing can stand before the 127.",
  },
  {
    file: "src/base-url.ts",
    line: "} catch {",
    to: "{}",
    because: "An empty block gives undefined as well.",
  },
  {
    file: "src/place.ts",
    line: "const toQuery = hasBody(endpoint) ? (endpoint.query ?? []) : [...rest.keys()];",
    to: '["Stryker was here"]',
    because: "A name that no input has adds nothing to the query.",
  },
  {
    file: "src/errors/sdk-error.ts",
    line: "} catch {",
    to: "{}",
    because: "An empty block gives undefined as well.",
  },
  {
    file: "src/refusal.ts",
    line: "refusal: text === undefined ? undefined : readSafely(readRefusal, text),",
    to: "false",
    because: "What is no text is no JSON, so nothing is read off it either.",
  },
  {
    file: "src/refusal.ts",
    line: "} catch {",
    to: "{}",
    because: "An empty block gives undefined as well, and a refusal that says nothing is told like none.",
  },
  {
    file: "src/outcome.ts",
    line: 'for (let level = 0; level < 5 && typeof at === "object" && at !== null; level++, at = at.cause as typeof at)',
    to: "level <= 5",
    because: "No runtime nests causes that deep; the bound only ends a circle.",
  },
  {
    file: "src/outcome.ts",
    line: 'return error instanceof Error ? error.message : "";',
    because: "Any text that is not Deno's serves for an error without a message.",
  },
  {
    file: "src/retry.ts",
    line: 'if (failed.code === "network") return !/CERT|SSL|TLS|UNABLE_TO/.test(failed.systemCode ?? "");',
    to: '"Stryker was here!"',
    because: "Any text that names no failure of TLS serves for a missing code.",
  },
  {
    file: "src/retry-after.ts",
    line: 'const text = value?.trim() ?? "";',
    because: "Any text that is no Retry-After serves for a missing header.",
  },
  {
    file: "src/receiver/secret.ts",
    line: 'const other = blind(given ?? "");',
    to: '"Stryker was here!"',
    because: "What is not a text is refused below, whatever its digest is.",
  },
  {
    file: "src/receiver/secret.ts",
    line: "for (let at = 0; at < one.length; at++) differing |= (one[at] ?? 0) ^ (other[at] ?? 0);",
    to: "at <= one.length",
    because: "Behind the end both read as 0.",
  },
  {
    file: "src/auth/token-request.ts",
    line: 'const text = await reading.catch(() => "");',
    because: "Whatever is no JSON serves for a body that cannot be read.",
  },
  {
    file: "src/auth/token-request.ts",
    line: 'credentialProblem("", secret) === undefined &&',
    to: '"Stryker was here!"',
    because: "Only whether there is a problem is asked; the name in it is read by nobody.",
  },
  {
    file: "src/auth/token-request.ts",
    line: "} catch {",
    to: "{}",
    because: "A function that ends without a word returns undefined as well.",
  },
];
