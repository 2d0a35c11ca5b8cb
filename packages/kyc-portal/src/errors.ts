import type { VendorRefusal } from "@x/core";

/**
 * Reads the portal's error body: `{ statusCode, message, apiErrors }`.
 *
 * The gateway in front of it answers in ASP.NET's form, `{ title, errors }`, and the token endpoint in OAuth's. The
 * details say more than the summary, which is "Api Error" on a 500, so both are kept.
 */
export function readRefusal(body: unknown): VendorRefusal {
  if (typeof body === "string") return { message: body };
  if (typeof body !== "object" || body === null) return {};
  const { message, title, apiErrors, errors, error, error_description } = body as Record<string, unknown>;
  const parts = [message ?? title ?? error_description ?? error, ...descriptions(apiErrors), ...fieldTexts(errors)];
  const texts = parts.filter((part): part is string => typeof part === "string" && part.trim() !== "");
  return texts.length === 0 ? {} : { message: [...new Set(texts)].join(" | ") };
}

function descriptions(apiErrors: unknown): unknown[] {
  if (!Array.isArray(apiErrors)) return [];
  return apiErrors.map((one: unknown) => (one as { description?: unknown } | null)?.description);
}

function fieldTexts(errors: unknown): unknown[] {
  if (typeof errors !== "object" || errors === null || Array.isArray(errors)) return [];
  return Object.values(errors).flat();
}
