import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe } from "./fields.js";

/** A property that has another value; the names are inferred. */
export interface LmPropertyChange {
  /** Which property. */
  propertyName?: string | null | undefined;
  /** Its new value. */
  newValue?: string | null | undefined;
}

/** An officer who is new or has changed. */
export interface LmOfficerChange {
  /** Name. */
  name?: string | null | undefined;
  /** Address. */
  address?: string | null | undefined;
  /** Role, as `Director`. */
  role?: string | null | undefined;
}

/** A shareholder who is new or has changed. */
export interface LmShareholderChange {
  /** Name. */
  name?: string | null | undefined;
  /** Address. */
  address?: string | null | undefined;
  /** Shares held, as a number or as text. */
  sharesHeld?: number | string | null | undefined;
}

/** A document that is new, changed or gone. */
export interface LmDocumentChange {
  /** Name of the document. */
  name?: string | null | undefined;
}

/** A screening match that is new or has changed; the names are inferred. */
export interface LmAmlChange {
  /** Name of the match. */
  name?: string | null | undefined;
  /** How it matches. */
  matchType?: string | null | undefined;
  /** Country. */
  country?: string | null | undefined;
  /** When it was updated; updated matches only. */
  updatedOn?: string | null | undefined;
  /** Biography; new matches only. */
  biography?: string | null | undefined;
}

/** A document that has expired or is about to. */
export interface LmExpiration {
  /** The vendor's words. */
  explanation?: string | null | undefined;
  /** Days left. */
  expiration?: number | null | undefined;
  /** Name of the document. */
  name?: string | null | undefined;
  /** When it expires, ISO 8601. */
  expirationDate?: string | null | undefined;
}

/** One change. Its kind is the field that is there. */
export interface LmChange {
  /** Id to act on the alert with; that it is the one is inferred. */
  changeId?: number | null | undefined;
  /** A property of the registry. */
  property?: LmPropertyChange | null | undefined;
  /** An officer. */
  officer?: LmOfficerChange | null | undefined;
  /** A shareholder. */
  shareholder?: LmShareholderChange | null | undefined;
  /** A person with significant control; the form is not documented. */
  personWithSignificantControl?: Record<string, unknown> | null | undefined;
  /** A new document. */
  newDocument?: LmDocumentChange | null | undefined;
  /** A document in a new version. */
  updatedDocument?: LmDocumentChange | null | undefined;
  /** A document that is gone. */
  removedDocument?: LmDocumentChange | null | undefined;
  /** A screening match. */
  amlAlert?: LmAmlChange | null | undefined;
  /** A document that expires. */
  expirationAlert?: LmExpiration | null | undefined;
}

const text = () => maybe(z.string());

const documentSchema = schemaFor<LmDocumentChange>()(() => z.strictObject({ name: text() }));

export const lmChangeSchema = schemaFor<LmChange>()(() =>
  z.strictObject({
    changeId: maybe(z.int()),
    property: maybe(z.strictObject({ propertyName: text(), newValue: text() })),
    officer: maybe(z.strictObject({ name: text(), address: text(), role: text() })),
    shareholder: maybe(
      z.strictObject({ name: text(), address: text(), sharesHeld: maybe(z.union([z.number(), z.string()])) }),
    ),
    personWithSignificantControl: maybe(z.record(z.string(), z.unknown())),
    newDocument: maybe(documentSchema),
    updatedDocument: maybe(documentSchema),
    removedDocument: maybe(documentSchema),
    amlAlert: maybe(
      z.strictObject({ name: text(), matchType: text(), country: text(), updatedOn: text(), biography: text() }),
    ),
    expirationAlert: maybe(
      z.strictObject({ explanation: text(), expiration: maybe(z.number()), name: text(), expirationDate: text() }),
    ),
  }),
);
