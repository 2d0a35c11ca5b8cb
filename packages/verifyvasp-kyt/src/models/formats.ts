import * as z from "zod/mini";

/** Text of a form; zod's own issue would name the form no better than "regex". */
function textLike(form: RegExp, expected: string): z.ZodMiniString {
  return z.string().check(z.refine((text) => form.test(text), { params: { expected } }));
}

/** Text that is there. */
export const text = (maxLength: number): z.ZodMiniString => z.string().check(z.minLength(1), z.maxLength(maxLength));

/** What the enclave's own ids look like, as a regular expression; that of requests is so in every sample only. */
export const uuidForm = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

/** Id of a verification. */
export const uuid = (): z.ZodMiniString => textLike(new RegExp(`^${uuidForm}$`), "a UUID with hyphens");

/** Id of a VASP. It goes up to 2^64, so it is never a number. */
export const vaspId = (): z.ZodMiniString => textLike(/^\d{1,20}$/, "a decimal string of 1 to 20 digits");

/** A quantity. */
export const decimal = (): z.ZodMiniString =>
  textLike(/^\d{1,100}(?:\.\d{1,100})?$/, 'a decimal string such as "0.024"');

/** A calendar date. */
export const isoDate = (): z.ZodMiniString =>
  textLike(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "a date as YYYY-MM-DD");

/** A point in time; the basic form and offsets are documented as well. */
export const isoTime = (): z.ZodMiniString =>
  textLike(
    /^\d{4}-?\d{2}-?\d{2}T\d{2}:?\d{2}:?\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})$/,
    "an ISO 8601 time with its zone, such as 2022-02-06T23:13:43.513Z",
  );

/** A currency. */
export const currency = (): z.ZodMiniString => textLike(/^[A-Z]{3}$/, "a currency as ISO 4217");
