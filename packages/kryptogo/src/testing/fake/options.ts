import type { Clock } from "@x/core/testing";
import type { SearchTarget } from "../../models/searchTarget.js";

/** What a search finds. */
export interface FakeFinding {
  /** Risk from 0 to 100. */
  readonly potential_risk: number;
  readonly sanction_matched: boolean;
}

/** What the automatic check of an identity says. */
export interface FakeVerdict {
  /** 0 accept, 1 review, 2 reject. */
  readonly state: 0 | 1 | 2;
  /** Codes of the review or reject reasons. */
  readonly codes: readonly number[];
}

/** How a fake KryptoGO behaves. Prices and durations are invented: the vendor documents none. */
export interface FakeKryptogoOptions {
  /** Token that it accepts. Default `test-token`. */
  readonly apiKey?: string;
  /** Its time. Default the real one. */
  readonly clock?: Clock;
  /** Points on the account. Default 10,000; links need more than 500. */
  readonly points?: number;
  /** Milliseconds that a search takes. Default 400. */
  readonly searchMs?: number;
  /** Milliseconds that the automatic check of an identity takes. Default 600. */
  readonly verificationMs?: number;
  /** Risk of a target. Default: a name holding `SANCTIONED` is on a list, others get a number of their own. */
  readonly find?: (target: SearchTarget) => FakeFinding;
  /** What the automatic check says. Default: by `REVIEW` or `REJECT` in the expected name, else accept. */
  readonly verify?: (idv: {
    readonly expected_name?: string | undefined;
    readonly id_type?: string | undefined;
  }) => FakeVerdict;
  /** Where callbacks go whose request names no URL. Default nowhere. */
  readonly callbackUrl?: string;
  /** Sends a callback and returns its status. Default POST by the runtime's fetch. */
  readonly deliver?: (url: string, body: string) => Promise<number>;
}

/** Points per billed operation, invented. */
export const prices = {
  createIdvTask: 100,
  initIdv: 100,
  createSearchTasks: 20,
  createKyaTask: 10,
  getAddressRisk: 10,
} as const;

/** The default finding: the same name always gets the same risk. */
export function findByName(target: SearchTarget): FakeFinding {
  const name = target.name ?? "";
  if (/SANCTIONED/i.test(name)) return { potential_risk: 100, sanction_matched: true };
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 60;
  return { potential_risk: sum, sanction_matched: false };
}

/** The default verdict. */
export function verifyByName({ expected_name = "" }: { readonly expected_name?: string | undefined }): FakeVerdict {
  if (/REVIEW/i.test(expected_name)) return { state: 1, codes: [500] };
  if (/REJECT/i.test(expected_name)) return { state: 2, codes: [100] };
  return { state: 0, codes: [] };
}
