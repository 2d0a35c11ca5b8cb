import { toBase64 } from "../base64.js";
import { credentialProblem } from "../credential.js";
import type { InputIssue } from "../errors/input-error.js";
import { SecretSet } from "./secret.js";

/** What a proof may look at. The body is read after it: who proves nothing makes nobody read 256 KiB. */
export interface ProofContext {
  /** Value of a header by its lower-case name. */
  readonly header: (name: string) => string | null | undefined;
  /** Path of the URL, without its query. */
  readonly path: string;
  /** Address of the peer, as the server sees it; absent when the application does not give it. */
  readonly remoteAddress?: string | undefined;
}

/** One way in which a sender shows who it is. */
export interface Proof {
  /** Whether it proves the sender by itself. Of the proofs given to a receiver one has to. */
  readonly sufficient: boolean;
  /** What is wrong with how it was set up; never quotes a secret. */
  readonly issues: readonly InputIssue[];
  /** Whether this request proves it. */
  check(context: ProofContext): boolean | Promise<boolean>;
  /** What the URL was made for, if it was made for one task. Asked only when the proof holds. */
  boundTo?(context: ProofContext): string | undefined;
  /** Whether a URL that was made for this is one for the reference. */
  fits?(boundTo: string, reference: string): boolean | Promise<boolean>;
}

/**
 * `Authorization: Bearer <token>`.
 *
 * @param tokens - The token; while it changes the old and the new one.
 */
export function bearerProof(...tokens: readonly string[]): Proof {
  const secrets = new SecretSet(tokens);
  return {
    sufficient: true,
    issues: credentialIssues("bearer", tokens),
    check: ({ header }) => secrets.has(afterScheme(header, "bearer")),
  };
}

/**
 * The bare token in a header of its own.
 *
 * @param name - Header, such as `X-Api-Key`.
 * @param tokens - The token; while it changes the old and the new one.
 */
export function headerProof(name: string, ...tokens: readonly string[]): Proof {
  const secrets = new SecretSet(tokens);
  const named = typeof name === "string" && /^[!#$%&'*+.^`|~\w-]+$/.test(name);
  return {
    sufficient: true,
    issues: [
      ...(named ? [] : [{ path: "header.name", code: "invalid", expected: "the name of a header" }]),
      ...credentialIssues("header", tokens),
    ],
    check: ({ header }) => secrets.has(named ? header(name.toLowerCase()) : null),
  };
}

/** A user name and its password. */
export interface BasicCredential {
  readonly user: string;
  readonly password: string;
}

/**
 * HTTP Basic.
 *
 * @param credentials - The pair; while it changes the old and the new one.
 */
export function basicProof(...credentials: readonly BasicCredential[]): Proof {
  const encoder = new TextEncoder();
  const secrets = new SecretSet(
    credentials.map(({ user, password }) => toBase64(encoder.encode(`${user}:${password}`))),
  );
  return {
    sufficient: true,
    issues: [
      ...credentialIssues(
        "basic.user",
        credentials.map(({ user }) => user),
      ),
      ...credentialIssues(
        "basic.password",
        credentials.map(({ password }) => password),
      ),
    ],
    check: ({ header }) => secrets.has(afterScheme(header, "basic")),
  };
}

/**
 * A secret as the last segment of the callback URL, for senders that can set no header.
 *
 * Log the route, never the URL.
 *
 * @param secrets - At least 32 random characters of `A-Z a-z 0-9 _ -`; while it changes the old and the new one.
 */
export function secretPathProof(...secrets: readonly string[]): Proof {
  const set = new SecretSet(secrets);
  const sound = secrets.length > 0 && secrets.every((secret) => /^[\w-]{32,}$/.test(secret));
  return {
    sufficient: true,
    issues: sound ? [] : [{ path: "secretPath", code: "invalid", expected: "at least 32 characters of A-Za-z0-9_-" }],
    check: ({ path }) => set.has(lastSegment(path)),
  };
}

/**
 * The peer's address. It is a second proof only: give it beside another one.
 *
 * @param addresses - As the server sees them. `X-Forwarded-For` is not looked at: anybody can write one.
 */
export function addressProof(...addresses: readonly string[]): Proof {
  return {
    sufficient: false,
    issues: addresses.length > 0 ? [] : [{ path: "addresses", code: "missing", expected: "at least one address" }],
    check: ({ remoteAddress }) =>
      remoteAddress !== undefined && addresses.includes(remoteAddress.replace(/^::ffff:/, "")),
  };
}

/**
 * Something that stands before this server vouches for the sender: mutual TLS that ends at a gateway, or a mesh.
 *
 * @param holds - Whether it did. What throws does not hold.
 *
 * @example
 * gatewayProof(({ header, remoteAddress }) => remoteAddress === "10.0.0.2" && header("x-client-verify") === "SUCCESS");
 */
export function gatewayProof(holds: (context: ProofContext) => boolean | Promise<boolean>): Proof {
  return {
    sufficient: true,
    issues: typeof holds === "function" ? [] : [{ path: "gateway", code: "missing", expected: "a function" }],
    async check(context) {
      try {
        const held: unknown = await holds(context);
        return held === true;
      } catch {
        return false;
      }
    },
  };
}

/** What stands after the last slash of a path. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function afterScheme(header: ProofContext["header"], scheme: string): string | null {
  const [, name, value] = /^(\S+) (\S+)$/.exec(header("authorization") ?? "") ?? [];
  return name?.toLowerCase() === scheme && value !== undefined ? value : null;
}

function credentialIssues(path: string, values: readonly unknown[]): InputIssue[] {
  if (values.length === 0) return [{ path, code: "missing", expected: "at least one" }];
  return values.flatMap((value) => credentialProblem(path, value) ?? []);
}
