import { type ClientOptions, type InputIssue, keyTransport, type Transport } from "@x/core";
import { argosCipher } from "./ciphers/argosCipher.js";
import type { ArgosCipher, CipherOptions } from "./ciphers/types.js";
import { argosCodec, type ArgosDateFormat, type BodyEnvelope } from "./ciphers/wire.js";
import { readRefusal } from "./errors.js";
import { AmlScreening } from "./resources/aml.js";
import { Projections } from "./resources/projections.js";
import { Submissions } from "./resources/submissions.js";
import { Tokens } from "./resources/tokens.js";

/** Paths for operations on whose form the vendor's documents contradict themselves. */
export interface ArgosPaths {
  /** Default `/submission`. */
  readonly deleteSubmission?: `/${string}`;
  /** Default `/submission/partial`. */
  readonly deleteSubmissionFields?: `/${string}`;
  /** Default `/submission/tokens`. */
  readonly countTokens?: `/${string}`;
  /** Default `/submission/tokens`. */
  readonly deleteTokens?: `/${string}`;
  /** Default `/image`. */
  readonly getImage?: `/${string}`;
  /** Default `/submission/tokens`. */
  readonly listTokens?: `/${string}`;
}

const inferred: Required<ArgosPaths> = {
  countTokens: "/submission/tokens",
  deleteSubmission: "/submission",
  deleteSubmissionFields: "/submission/partial",
  deleteTokens: "/submission/tokens",
  getImage: "/image",
  listTokens: "/submission/tokens",
};

/** Where calls go, always named. Test and production are separate projects of one host, each with its key. */
export type ArgosDestination =
  | {
      /** The vendor's only documented environment. */
      readonly environment: "production";
      readonly baseUrl?: undefined;
      /** Key of the project. With `encryption` it is the secret as well. */
      readonly apiKey: string;
    }
  | {
      readonly environment?: undefined;
      /** Another URL: a fake, a proxy, an older host of the vendor, or your own backend. */
      readonly baseUrl: string;
      /** Key of the project; left out when your own backend adds it. */
      readonly apiKey?: string;
    };

/** Options of {@link ArgosClient}. */
export type ArgosClientOptions = ClientOptions &
  ArgosDestination & {
    /**
     * The project's Secure Data Transmission: queries, bodies and answers travel encrypted. `true` takes the scheme that
     * the vendor's documents suggest; key derivation and encoding are inferred, so pin what `detectCipher` finds.
     */
    readonly encryption?: boolean | ArgosCipher | CipherOptions;
    /** How dates are sent. Default `YYYYMMDD`; the newest pages of the vendor show `YYYY-MM-DD`. */
    readonly dateFormat?: ArgosDateFormat;
    /** What an encrypted body is put into. Default `data`, inferred. */
    readonly bodyEnvelope?: BodyEnvelope;
    /** Other paths for operations whose form is inferred. */
    readonly paths?: ArgosPaths;
  };

/**
 * Makes what sends calls, without the methods: `transport.request(contract, input)` bundles only the contracts used.
 *
 * @param options - Destination, credential and settings.
 * @throws {@link ConfigurationError} naming every option that cannot work.
 *
 * @example
 * const page = await argosTransport({ environment: "production", apiKey }).request(listSubmissions, { count: 10 });
 */
export function argosTransport(options: ArgosClientOptions): Transport {
  const issues: InputIssue[] = [];
  const { dateFormat = "YYYYMMDD", bodyEnvelope = "data" } = options;
  if (!["YYYYMMDD", "YYYY-MM-DD"].includes(dateFormat))
    issues.push({ path: "dateFormat", code: "invalid", expected: "YYYYMMDD or YYYY-MM-DD" });
  if (!["data", "body", "raw"].includes(bodyEnvelope))
    issues.push({ path: "bodyEnvelope", code: "invalid", expected: "data, body or raw" });
  const cipher = cipherOf(options, issues);
  return keyTransport(
    {
      vendor: "ARGOS",
      environments: { production: "https://rest-api.argosidentity.com/v3" },
      keyHeader: "x-api-key",
      readRefusal,
      inferred,
      codec: argosCodec({ cipher, dateFormat, bodyEnvelope }),
      issues,
    },
    options,
  );
}

function cipherOf({ encryption, apiKey }: ArgosClientOptions, issues: InputIssue[]): ArgosCipher | undefined {
  if (encryption === undefined || encryption === false) return undefined;
  if (typeof encryption === "object" && "encrypt" in encryption) return encryption;
  const scheme = encryption === true ? {} : encryption;
  const secret = scheme.secret ?? apiKey ?? "";
  const expected = "a secret of 32 bytes or more, in apiKey or encryption.secret";
  const isLong = new TextEncoder().encode(secret).length >= 32 || (scheme.keyDerivation ?? "first32") !== "first32";
  if (secret === "" || !isLong) issues.push({ path: "encryption", code: "missing", expected });
  for (const [name, known] of Object.entries(choices)) {
    const value = scheme[name as keyof typeof choices];
    if (value !== undefined && typeof value !== "function" && !known.includes(value))
      issues.push({ path: `encryption.${name}`, code: "invalid", expected: `one of ${known.join(", ")}` });
  }
  return issues.length > 0 ? undefined : argosCipher(secret, scheme);
}

const choices = {
  mode: ["aes-256-ecb", "aes-256-cbc", "aes-256-gcm"],
  keyDerivation: ["first32", "sha256"],
  encoding: ["base64", "hex", "base64url"],
  iv: ["prefix", "zero"],
  layout: ["iv-ct-tag", "iv-tag-ct"],
};

/** Client of the ARGOS Identity ID check API (v3). */
export class ArgosClient {
  /** Submissions and their pictures. */
  readonly submissions: Submissions;
  /** AML screening of approved submissions. */
  readonly aml: AmlScreening;
  /** One-time tokens of liveform links. */
  readonly tokens: Tokens;
  /** Fields that the project keeps out of submissions. */
  readonly projections: Projections;

  /**
   * @param options - Destination, credential and settings.
   * @throws {@link ConfigurationError} naming every option that cannot work.
   *
   * @example
   * const argos = new ArgosClient({ environment: "production", apiKey, encryption: true });
   */
  constructor(options: ArgosClientOptions) {
    const transport = argosTransport(options);
    this.submissions = new Submissions(transport);
    this.aml = new AmlScreening(transport);
    this.tokens = new Tokens(transport);
    this.projections = new Projections(transport);
  }
}
