import { ConfigurationError, type InputIssue } from "@x/core";
import { argosCipher } from "../ciphers/argosCipher.js";
import type { ArgosCipher, CipherScheme } from "../ciphers/types.js";

/** What a liveform link may carry. */
export interface LiveformParameters {
  /** The applicant's email address. */
  readonly email?: string | undefined;
  /** Your own id of the user. This spelling is the only one taken. */
  readonly userid?: string | undefined;
  /** Your first field. */
  readonly cf1?: string | undefined;
  /** Your second field. */
  readonly cf2?: string | undefined;
  /** Your third field. */
  readonly cf3?: string | undefined;
  /** Submission to go on with. */
  readonly sid?: string | undefined;
  /** `addveri` starts the additional process of `sid`. */
  readonly action?: "addveri" | undefined;
  /** False switches the project's country block off. */
  readonly blacklistCountries?: boolean | undefined;
  /** False switches the pause after an approval off. */
  readonly approvePeriod?: boolean | undefined;
  /** False switches the pause after a rejection off. */
  readonly rejectPeriod?: boolean | undefined;
  /** False switches the age limit off. */
  readonly ageLimit?: boolean | undefined;
  /** Whether a known user is rejected. */
  readonly rejectDuplicateUser?: boolean | undefined;
  /** One-time token of the private mode. */
  readonly token?: string | undefined;
  /** Countries taken, as `USA,KOR`. Encrypted links only. */
  readonly allowedCountries?: string | undefined;
  /** Encrypted links only. */
  readonly auxidField?: string | undefined;
  /** Encrypted links only. */
  readonly knowledgeField?: string | undefined;
  /** Encrypted links only. */
  readonly knowledgePrefill?: string | undefined;
  /** UTC moment until which the link opens, as `2026-04-30T15:00:00Z`. Encrypted links only. */
  readonly startValidUntil?: string | undefined;
  /** IP risks of an additional process, as `vpn,proxy,tor`. Encrypted links only. */
  readonly ipRiskCategory?: string | undefined;
  /** Hours of the IP risk. Encrypted links only. */
  readonly ipRiskDurationHours?: number | undefined;
  /** Types of documents taken. */
  readonly allowedIdTypes?: string | undefined;
  /** Fields of documents taken. */
  readonly allowedDocumentFields?: string | undefined;
  /** Country chosen beforehand. */
  readonly selectedIssuingCountry?: string | undefined;
  /** Type of document chosen beforehand. */
  readonly selectedIdType?: string | undefined;
  /** Projection by id. */
  readonly projectionId?: string | undefined;
  /** Projection by name. */
  readonly projectionName?: string | undefined;
  /** Main colour. */
  readonly mainColor?: string | undefined;
  /** Inner colour. */
  readonly innerColor?: string | undefined;
}

/** A liveform link to make. */
export interface LiveformOptions {
  /** Project. */
  readonly pid: string;
  /** Language of the form; never encrypted. */
  readonly lang?: string | undefined;
  /** What the link carries. */
  readonly parameters?: LiveformParameters | undefined;
  /** Encrypts the parameters: the project's liveform setting, which is not that of the API. */
  readonly encryption?: ArgosCipher | (CipherScheme & { readonly secret: string }) | undefined;
  /** Another form. Default `https://form.argosidentity.com`. */
  readonly formUrl?: string | undefined;
}

const encryptedOnly = [
  "allowedCountries",
  "auxidField",
  "knowledgeField",
  "knowledgePrefill",
  "startValidUntil",
  "ipRiskCategory",
  "ipRiskDurationHours",
] as const;

/**
 * Makes the link that sends a person to the liveform.
 *
 * Encrypted, all parameters travel in `encrypted`, `sid` and `action` as well: in clear beside it they would make the form
 * ignore it without a word.
 *
 * @param options - Project, language, parameters and encryption.
 * @returns The link.
 * @throws {@link ConfigurationError} when the project is missing, or a parameter that must be encrypted is not.
 *
 * @example
 * const url = await liveformUrl({ pid: "my-project", parameters: { userid: "user-7", email: "applicant@example.com" } });
 */
export async function liveformUrl(options: LiveformOptions): Promise<string> {
  const { pid, lang, parameters = {}, encryption, formUrl = "https://form.argosidentity.com" } = options;
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const issues: InputIssue[] = [];
  if (pid === "") issues.push({ path: "pid", code: "missing" });
  if (encryption === undefined)
    for (const name of encryptedOnly)
      if (parameters[name] !== undefined)
        issues.push({ path: `parameters.${name}`, code: "invalid", expected: "an encrypted link" });
  if ((parameters.action === undefined) !== (parameters.sid === undefined) && parameters.action !== undefined)
    issues.push({ path: "parameters.sid", code: "missing", expected: "the submission that `action` is for" });
  if (issues.length > 0) throw new ConfigurationError("ARGOS", issues);

  const url = new URL(formUrl);
  url.searchParams.set("pid", pid);
  if (encryption === undefined) for (const [name, value] of given) url.searchParams.set(name, String(value));
  else if (given.length > 0) {
    const cipher = "encrypt" in encryption ? encryption : argosCipher(encryption.secret, encryption);
    url.searchParams.set("encrypted", await cipher.encrypt(JSON.stringify(Object.fromEntries(given))));
  }
  if (lang !== undefined) url.searchParams.set("lang", lang);
  return url.href;
}
