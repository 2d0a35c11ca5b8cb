import * as z from "zod/mini";

/** Text of a form; zod's own issue would name the form no better than "regex". */
function textLike(form: RegExp, expected: string): z.ZodMiniString {
  return z.string().check(z.refine((text) => form.test(text), { params: { expected } }));
}

/** Text that is there. */
export const text = (): z.ZodMiniString => z.string().check(z.minLength(1));

/** A calendar date as the API writes it. */
export const isoDate = (): z.ZodMiniString =>
  textLike(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "a date as YYYY-MM-DD");

/** Country of a document. */
export const country = (): z.ZodMiniString => textLike(/^[A-Z]{3}$/, "a country as ISO 3166-1 alpha-3");

/** Nationality of a person. */
export const citizenship = (): z.ZodMiniString =>
  textLike(/^(?:[A-Z]{3}|\d{3})$/, "a country as ISO 3166-1 alpha-3 or numeric");

/** Digits, leading zeros kept. */
export const digits = (count: number): z.ZodMiniString => textLike(new RegExp(`^\\d{${count}}$`), `${count} digits`);

/** The caller's own reference. */
export const customerReference = (): z.ZodMiniString => z.string().check(z.minLength(1), z.maxLength(100));
