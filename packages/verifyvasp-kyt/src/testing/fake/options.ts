import type { Clock } from "@x/core/testing";
import type { AlertLevel } from "../../codes/alertLevels.js";
import type { KytApiType } from "../../codes/apiTypes.js";
import type { TransferDirection } from "../../codes/directions.js";
import type { VerificationReason } from "../../codes/verificationReasons.js";
import type { VerificationResult } from "../../codes/verificationResults.js";

/** What a fake assessment looks at. */
export interface FakeKytSubject {
  readonly apiType: KytApiType;
  readonly direction: TransferDirection;
  /** The beneficiary's address. */
  readonly address: string;
  readonly asset: string;
  readonly amount: string;
}

/** What a fake assessment finds: alerts by their level, or no result at all. */
export type FakeFinding = readonly AlertLevel[] | "ERROR";

/** What the beneficiary VASP answers. */
export interface FakeAnswer {
  readonly result: VerificationResult;
  readonly reason: VerificationReason;
}

/** What carries callbacks to your backend; returns the status of its answer. */
export type Deliver = (
  url: string,
  init: { readonly body: string; readonly headers: Record<string, string> },
) => Promise<number>;

/** How a fake enclave behaves. Durations are invented unless the documents give them. */
export interface FakeEnclaveOptions {
  /** Its time. Default the real one. */
  readonly clock?: Clock;
  /** Path that a proxy mounts it below; "" by default. */
  readonly basePath?: string;
  /** Header and value that a proxy before it asks for. Default none: the enclave itself asks for nothing. */
  readonly proxyHeader?: readonly [name: string, value: string];
  /** Id of your own VASP. Default one above 2^63. */
  readonly vaspId?: string;
  /** Where callbacks go; without it they go nowhere. */
  readonly callbackUrl?: string;
  /** Token that callbacks carry; without it they carry none. */
  readonly callbackToken?: string;
  /** Header that carries the bare token, in place of `Authorization: Bearer`. */
  readonly callbackHeader?: string;
  /** Milliseconds that an assessment takes. Default 300. */
  readonly assessmentMs?: number;
  /** Milliseconds that the beneficiary VASP takes to answer. Default 100. */
  readonly verificationMs?: number;
  /** Sends a callback with `REGISTERED` before the one with the result. Default true. */
  readonly announces?: boolean;
  /** What an assessment finds. Default by the last four characters of the address, see {@link findByAddress}. */
  readonly find?: (subject: FakeKytSubject) => FakeFinding;
  /** What the beneficiary VASP answers. Default: an address that ends in `0000` is unknown, others are verified. */
  readonly answer?: (address: string) => FakeAnswer;
  /** Makes ids. Default random ones. */
  readonly uuid?: () => string;
  /** Carries a callback. Default POST by the runtime's fetch. */
  readonly deliver?: Deliver;
}

/**
 * The default finding.
 *
 * | address ends in | finding |
 * | --- | --- |
 * | `1111`, `2222`, `3333`, `4444` | one alert: LOW, MEDIUM, HIGH, SEVERE |
 * | `abcd` | one alert of each level |
 * | `eeee` | no result: ERROR |
 * | anything else | nothing |
 */
export function findByAddress({ address }: Pick<FakeKytSubject, "address">): FakeFinding {
  const findings: Readonly<Record<string, FakeFinding>> = {
    "1111": ["LOW"],
    "2222": ["MEDIUM"],
    "3333": ["HIGH"],
    "4444": ["SEVERE"],
    abcd: ["LOW", "MEDIUM", "HIGH", "SEVERE"],
    eeee: "ERROR",
  };
  return findings[address.slice(-4).toLowerCase()] ?? [];
}

/** The default answer. */
export function answerByAddress(address: string): FakeAnswer {
  return address.endsWith("0000")
    ? { result: "DENIED", reason: "UNKNOWN-ADDRESS" }
    : { result: "VERIFIED", reason: "OK" };
}
