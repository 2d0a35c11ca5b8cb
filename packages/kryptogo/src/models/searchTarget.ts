import { expected, openCode, type OtherNumber, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { citizenship, isoDate, text } from "./formats.js";

/** A person to search. */
export interface PersonTarget {
  /** 1 marks a person (KYC). */
  type: 1;
  /** Full name; Chinese names with the surname first and without a space. */
  name: string;
  /** Date of birth, `YYYY-MM-DD`. */
  birthday?: string | undefined;
  /** Nationality, ISO 3166 alpha-3 or numeric. */
  citizenship?: string | undefined;
}

/** A company to search. The vendor documents no more fields; others are passed on as they are. */
export interface CompanyTarget {
  /** The vendor's number for companies (KYB), which its documents do not give: any but 1. */
  type: number;
  /** Registered name. */
  name: string;
  /** Fields that KryptoGO agreed with you. */
  [field: string]: unknown;
}

/** Who was searched, as KryptoGO repeats it. */
export interface SearchTarget {
  /** 1 is a person; the number for companies is undocumented. */
  type?: 1 | OtherNumber | undefined;
  /** Name that was searched. */
  name?: string | undefined;
  /** Date of birth, `YYYY-MM-DD`; persons only. */
  birthday?: string | null | undefined;
  /** Nationality, ISO 3166 alpha-3 or numeric; persons only. */
  citizenship?: string | null | undefined;
  /** Fields of companies are undocumented. */
  [field: string]: unknown;
}

export const personTargetSchema = schemaFor<PersonTarget>()(() =>
  z.strictObject({
    type: z.literal(1),
    name: text(),
    birthday: z.optional(isoDate()),
    citizenship: z.optional(citizenship()),
  }),
);

export const companyTargetSchema = schemaFor<CompanyTarget>()(() =>
  z.looseObject({
    type: z
      .int()
      .check(z.refine((type) => type !== 1, { params: { expected: "any number but 1, which is a person" } })),
    name: text(),
  }),
);

export const searchTargetSchema = schemaFor<SearchTarget>()(() =>
  z.looseObject({
    type: expected(openCode(z.int() as z.core.$ZodType<number> as z.core.$ZodType<1>)),
    name: expected(z.string()),
    birthday: z.optional(z.nullable(z.string())),
    citizenship: z.optional(z.nullable(z.string())),
  }),
);
