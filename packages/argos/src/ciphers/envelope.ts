/** What ARGOS puts an encrypted text into. */
interface Envelope {
  readonly data: string;
}

/**
 * The encrypted text of an answer or a webhook; `undefined` when it is not encrypted.
 *
 * An `updated` webhook has a plain field of the same name, but there it is an object.
 *
 * @param value - The parsed body.
 * @param isWebhook - Whether the flag may be missing.
 */
export function sealedText(value: unknown, isWebhook: boolean): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { data, isEncrypted } = value as Partial<Envelope> & { isEncrypted?: unknown };
  if (typeof data !== "string") return undefined;
  if (isEncrypted === true) return data;
  const alone = Object.keys(value).every((key) => key === "data" || key === "isEncrypted");
  return isWebhook && alone && isEncrypted === undefined ? data : undefined;
}

/** An encrypted text in its envelope. */
export function sealed(data: string): { readonly data: string; readonly isEncrypted: true } {
  return { data, isEncrypted: true };
}
