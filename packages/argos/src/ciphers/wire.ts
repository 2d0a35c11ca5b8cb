import { type Codec, CodecFault } from "@x/core";
import { sealedText } from "./envelope.js";
import type { ArgosCipher } from "./types.js";

/** How dates are written in a query: the vendor's documents contradict each other. */
export type ArgosDateFormat = "YYYYMMDD" | "YYYY-MM-DD";

/** What an encrypted body is put into; not documented. */
export type BodyEnvelope = "data" | "body" | "raw";

/** What differs from project to project on the wire. */
export interface WireSettings {
  readonly cipher: ArgosCipher | undefined;
  readonly dateFormat: ArgosDateFormat;
  readonly bodyEnvelope: BodyEnvelope;
}

/** How one project's requests and answers travel. */
export function argosCodec({ cipher, dateFormat, bodyEnvelope }: WireSettings): Codec {
  return {
    async query(plain) {
      const dated = dateFormat === "YYYYMMDD" ? plain : dashed(plain);
      if (cipher === undefined) return dated;
      return new URLSearchParams({ data: await cipher.encrypt(JSON.stringify(Object.fromEntries(dated))) });
    },
    async body(plain) {
      const contentType = "application/json";
      if (cipher === undefined) return { text: plain, contentType };
      const text = await cipher.encrypt(plain);
      if (bodyEnvelope === "raw") return { text, contentType: "text/plain" };
      return { text: JSON.stringify({ [bodyEnvelope]: text }), contentType };
    },
    async answer(text) {
      const inside = envelopeIn(text);
      if (inside === undefined) return text;
      if (cipher === undefined)
        throw new CodecFault("answered with an encrypted text, and this client has no `encryption`.", text);
      try {
        return await cipher.decrypt(inside);
      } catch {
        throw new CodecFault("answered with a text that cannot be decrypted with this client's `encryption`.", text);
      }
    },
  };
}

/** Parses only what may be an envelope; most answers are not. */
function envelopeIn(text: string): string | undefined {
  if (!text.includes('"isEncrypted"')) return undefined;
  try {
    return sealedText(JSON.parse(text), false);
  } catch {
    return undefined;
  }
}

function dashed(plain: URLSearchParams): URLSearchParams {
  const dated = new URLSearchParams(plain);
  for (const name of ["start_date", "end_date"]) {
    const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(dated.get(name) ?? "") ?? [];
    if (year !== undefined) dated.set(name, `${year}-${month}-${day}`);
  }
  return dated;
}
