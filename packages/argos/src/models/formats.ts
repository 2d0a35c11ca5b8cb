import * as z from "zod/mini";

/** Text of a form; zod's own issue would name the form no better than "regex". */
function textLike(form: RegExp, expected: string): z.ZodMiniString {
  return z.string().check(z.refine((text) => form.test(text), { params: { expected } }));
}

/** Text that is there. */
export const text = (): z.ZodMiniString => z.string().check(z.minLength(1));

/** A date of a document or a person, as the API writes it. */
export const isoDate = (): z.ZodMiniString =>
  textLike(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "a date as YYYY-MM-DD");

/** A country. */
export const country = (): z.ZodMiniString => textLike(/^[A-Z]{3}$/, "a country as ISO 3166-1 alpha-3");

/** An email address, as far as its form can be known. */
export const email = (): z.ZodMiniString => textLike(/^[^\s@]+@[^\s@]+$/, "an email address");

/** A one-time token of the private mode. */
export const token = (): z.ZodMiniString =>
  textLike(
    /^[A-Za-z0-9][A-Za-z0-9._-]{6,62}[A-Za-z0-9]$/,
    "8 to 64 letters, digits, - _ . with a letter or digit at both ends",
  );

/** Name of a projection. */
export const projectionName = (): z.ZodMiniString =>
  textLike(/^[a-z0-9_]+$/, "lower-case letters, digits and underscores");
