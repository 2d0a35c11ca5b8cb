import { expected, openEnum, type OtherString, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import type { AddressType, NameType, NationalIdentifierType } from "../codes/ivms101.js";

/** Name of a person. Further IVMS101 fields are passed on. */
export interface IvmsPersonName {
  /** Family name, or the only name. */
  primaryIdentifier: string;
  /** Given names. */
  secondaryIdentifier?: string | undefined;
  /** Kind of name, mostly `LEGL`. */
  nameIdentifierType?: NameType | OtherString | undefined;
  [field: string]: unknown;
}

/** A postal address. Further IVMS101 fields are passed on. */
export interface IvmsAddress {
  /** Kind of address. */
  addressType?: AddressType | OtherString | undefined;
  /** Postcode. */
  postcode?: string | undefined;
  /** Town. */
  townName?: string | undefined;
  /** Street and what else there is, line by line. */
  addressLine?: string[] | undefined;
  /** Country, ISO 3166-1 alpha-2. */
  country?: string | undefined;
  [field: string]: unknown;
}

/** An identifier that a state gave. Further IVMS101 fields are passed on. */
export interface IvmsNationalIdentification {
  /** The identifier. */
  nationalIdentifier?: string | undefined;
  /** Its kind. */
  nationalIdentifierType?: NationalIdentifierType | OtherString | undefined;
  /** Authority that registered a company, such as `RA000151`. */
  registrationAuthority?: string | undefined;
  [field: string]: unknown;
}

/** A human being. Further IVMS101 fields are passed on. */
export interface IvmsNaturalPerson {
  /** Names, at least one. */
  name?: { nameIdentifier: IvmsPersonName[]; [field: string]: unknown } | undefined;
  /** Addresses. */
  geographicAddress?: IvmsAddress[] | undefined;
  /** Identity card, passport or the like. */
  nationalIdentification?: IvmsNationalIdentification | undefined;
  /** Number of the customer at their VASP. */
  customerIdentification?: string | undefined;
  /** Birth; the date as `YYYY-MM-DD`. */
  dateAndPlaceOfBirth?:
    | { dateOfBirth?: string | undefined; placeOfBirth?: string | undefined; [field: string]: unknown }
    | undefined;
  /** Country of residence, ISO 3166-1 alpha-2. */
  countryOfResidence?: string | undefined;
  [field: string]: unknown;
}

/** A company. Further IVMS101 fields are passed on. */
export interface IvmsLegalPerson {
  /** Names, at least one. */
  name?:
    | {
        nameIdentifier: {
          legalPersonName: string;
          legalPersonNameIdentifierType?: string | undefined;
          [field: string]: unknown;
        }[];
        [field: string]: unknown;
      }
    | undefined;
  /** Addresses. */
  geographicAddress?: IvmsAddress[] | undefined;
  /** Registration. */
  nationalIdentification?: IvmsNationalIdentification | undefined;
  [field: string]: unknown;
}

/** A human being or a company. */
export interface IvmsPerson {
  /** A human being; absent for a company. */
  naturalPerson?: IvmsNaturalPerson | undefined;
  /** A company; absent for a human being. */
  legalPerson?: IvmsLegalPerson | undefined;
  [field: string]: unknown;
}

/** Who sends. */
export interface IvmsOriginator {
  /** The persons. */
  originatorPersons?: IvmsPerson[] | undefined;
  /** Wallet addresses. */
  accountNumber?: string[] | undefined;
  [field: string]: unknown;
}

/** Who receives. */
export interface IvmsBeneficiary {
  /** The persons. */
  beneficiaryPersons?: IvmsPerson[] | undefined;
  /** Wallet addresses. */
  accountNumber?: string[] | undefined;
  [field: string]: unknown;
}

/** Travel-rule data in IVMS101: typed as far as the vendor shows it, open beyond. */
export interface Ivms101 {
  /** Who sends. */
  originator?: IvmsOriginator | undefined;
  /** Who receives. */
  beneficiary?: IvmsBeneficiary | undefined;
  /** The sender's VASP. */
  originatingVASP?: IvmsPerson | undefined;
  /** The receiver's VASP. */
  beneficiaryVASP?: IvmsPerson | undefined;
  [field: string]: unknown;
}

const address = schemaFor<IvmsAddress>()(() =>
  z.looseObject({
    addressType: z.optional(openEnum(z.enum(["HOME", "BIZZ", "GEOG"]))),
    postcode: z.optional(z.string()),
    townName: z.optional(z.string()),
    addressLine: z.optional(z.array(z.string())),
    country: z.optional(z.string()),
  }),
);

const identification = schemaFor<IvmsNationalIdentification>()(() =>
  z.looseObject({
    nationalIdentifier: z.optional(z.string()),
    nationalIdentifierType: z.optional(
      openEnum(z.enum(["ARNU", "CCPT", "RAID", "DRLC", "FIIN", "TXID", "SOCS", "IDCD", "LEIX", "MISC"])),
    ),
    registrationAuthority: z.optional(z.string()),
  }),
);

const personName = schemaFor<IvmsPersonName>()(() =>
  z.looseObject({
    primaryIdentifier: z.string(),
    secondaryIdentifier: z.optional(z.string()),
    nameIdentifierType: expected(openEnum(z.enum(["ALIA", "BIRT", "MAID", "LEGL", "MISC"]))),
  }),
);

const naturalPerson = schemaFor<IvmsNaturalPerson>()(() =>
  z.looseObject({
    name: z.optional(z.looseObject({ nameIdentifier: z.array(personName) })),
    geographicAddress: z.optional(z.array(address)),
    nationalIdentification: z.optional(identification),
    customerIdentification: z.optional(z.string()),
    dateAndPlaceOfBirth: z.optional(
      z.looseObject({ dateOfBirth: z.optional(z.string()), placeOfBirth: z.optional(z.string()) }),
    ),
    countryOfResidence: z.optional(z.string()),
  }),
);

const legalPerson = schemaFor<IvmsLegalPerson>()(() =>
  z.looseObject({
    name: z.optional(
      z.looseObject({
        nameIdentifier: z.array(
          z.looseObject({ legalPersonName: z.string(), legalPersonNameIdentifierType: z.optional(z.string()) }),
        ),
      }),
    ),
    geographicAddress: z.optional(z.array(address)),
    nationalIdentification: z.optional(identification),
  }),
);

const person = schemaFor<IvmsPerson>()(() =>
  z.looseObject({ naturalPerson: z.optional(naturalPerson), legalPerson: z.optional(legalPerson) }),
);

export const originatorSchema = schemaFor<IvmsOriginator>()(() =>
  z.looseObject({
    originatorPersons: z.optional(z.array(person)),
    accountNumber: z.optional(z.array(z.string())),
  }),
);

export const beneficiarySchema = schemaFor<IvmsBeneficiary>()(() =>
  z.looseObject({
    beneficiaryPersons: z.optional(z.array(person)),
    accountNumber: z.optional(z.array(z.string())),
  }),
);

export const ivms101Schema = schemaFor<Ivms101>()(() =>
  z.looseObject({
    originator: z.optional(originatorSchema),
    beneficiary: z.optional(beneficiarySchema),
    originatingVASP: z.optional(person),
    beneficiaryVASP: z.optional(person),
  }),
);
