import * as z from "zod/mini";

const rule = "an https URL with a host name, without port and fragment";

/** URLs that the verification engine accepts; it makes the vendor refuse others. This machine is let through for fakes. */
function usable(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.hash !== "") return false;
  if (url.protocol === "http:") return url.hostname === "localhost" || url.hostname === "127.0.0.1";
  return url.protocol === "https:" && url.port === "" && !/^[\d.]+$|^\[/.test(url.hostname);
}

/** A URL that KryptoGO calls or sends a user to. */
export function vendorUrl(maxLength = 2047): z.ZodMiniString {
  return z.string().check(z.maxLength(maxLength), z.refine(usable, { params: { expected: rule } }));
}
