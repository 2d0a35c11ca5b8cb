import type { VendorRefusal } from "@x/core";

/** Reads KryptoGO's error body. Its form is not documented: a numeric `code` and a text are taken where they are. */
export function readRefusal(body: unknown): VendorRefusal {
  if (typeof body !== "object" || body === null) return {};
  const { code, message, error } = body as Record<string, unknown>;
  const text = message ?? error;
  return {
    code: typeof code === "number" && Number.isInteger(code) && Math.abs(code) < 100_000 ? code : undefined,
    message: typeof text === "string" ? text : undefined,
  };
}
