import type { OtherString } from "@x/core/schema";
import * as z from "zod/mini";
import { isCountry, isJurisdiction } from "../codes/countries.js";

/** Text of a form; zod's own issue would name the form no better than "regex". */
function textThat(holds: (text: string) => boolean, expected: string): z.ZodMiniString {
  return z.string().check(z.refine(holds, { params: { expected } }));
}

/** Text that is there. */
export const text = (): z.ZodMiniString => z.string().check(z.minLength(1));

/** Text for which the vendor's documents suggest some values, and take any. */
export const suggested = <const T extends string>(): z.core.$ZodType<T | OtherString, T | OtherString> =>
  text() as z.core.$ZodType as z.core.$ZodType<T | OtherString, T | OtherString>;

/** A calendar date as the API takes it for persons. */
export const isoDate = (): z.ZodMiniString =>
  textThat((date) => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
    const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return at.getUTCDate() === Number(day) && at.getUTCMonth() === Number(month) - 1;
  }, "a date as YYYY-MM-DD");

/** Where a company is registered: a country, or a part of one that has registers of its own. */
export const jurisdiction = (): z.ZodMiniString =>
  textThat(isJurisdiction, "an ISO 3166 code in capitals, as GB or US-AL");

/** A country. */
export const country = (): z.ZodMiniString => textThat(isCountry, "an ISO 3166-1 alpha-2 code in capitals, as GB");

/** Where a message to a person goes, or nothing. */
export const emailOrEmpty = (): z.ZodMiniString =>
  textThat(
    (email) => email === "" || /^[^\s@]+@(?:[^\s@.]+\.)+[^\s@.]+$/.test(email),
    "an email address, or empty text",
  );

/** Where a text message to a person goes, or nothing. */
export const phoneOrEmpty = (): z.ZodMiniString =>
  textThat((phone) => phone === "" || /^\+\d{7,15}$/.test(phone), "a number as +440000000000, or empty text");

/** Digits that make an id. */
export const idText = (): z.ZodMiniString =>
  textThat((digits) => /^[1-9]\d{0,14}$/.test(digits), "the digits of an id");

/** A URL that the vendor calls; this machine is let through without TLS, for fakes. */
export const callbackUrl = (): z.ZodMiniString =>
  textThat((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return (
      url?.protocol === "https:" || (url?.protocol === "http:" && /^(?:localhost|127\.0\.0\.1)$/.test(url.hostname))
    );
  }, "an https URL");
