import type { Cost, Effect } from "@x/core";
import type { FakeFault, FakeSubject, PlannedFault } from "@x/core/testing";

/** Name of a vendor: the path that it is mounted at as well. */
export type VendorName = "kryptogo" | "kyc-portal" | "argos" | "verifyvasp";

/** One call that the sandbox answered. Nobody's data are in it: bodies are redacted. */
export interface Call {
  readonly id: number;
  readonly vendor: VendorName;
  /** Operation; absent when the request fits none. */
  readonly operation?: string | undefined;
  readonly method: string;
  /** Path and query, without values that may be somebody's. */
  readonly path: string;
  /** The sandbox's time, in milliseconds since 1970. */
  readonly at: number;
  readonly effect?: Effect | undefined;
  /** Cost class of the operation. */
  readonly cost?: Cost | undefined;
  /** HTTP status; 0 when the connection was broken, absent while there is no answer. */
  readonly status?: number | undefined;
  /** Milliseconds until the answer began. */
  readonly elapsedMs?: number | undefined;
  readonly fault?: FakeFault | undefined;
  readonly request?: unknown;
  readonly response?: unknown;
}

/** One callback that a vendor sent, or would have sent if anybody had asked for it. */
export interface SentCallback {
  readonly id: number;
  readonly vendor: VendorName;
  readonly at: number;
  /** What it tells of, as in `idv:12`. */
  readonly subject: string;
  /** What it tells, in the vendor's words. */
  readonly kind: string;
  /** Where it went; absent when nobody had named a URL. */
  readonly url?: string | undefined;
  /** HTTP status of the answer; 0 when there was none, absent when it went nowhere or is under way. */
  readonly status?: number | undefined;
  readonly elapsedMs?: number | undefined;
  readonly fault?: CallbackFault | undefined;
  /** Id of the callback that this one repeats. */
  readonly repeats?: number | undefined;
  readonly body: unknown;
}

/** What can go wrong with a callback on its way. */
export type CallbackFault = "lost" | "duplicate" | "late";

/** One kind of work on the bill. */
export interface BillLine {
  readonly vendor: VendorName;
  readonly operation: string;
  readonly units: number;
  /** Sum; absent when no price is known. */
  readonly price?: { readonly amount: number; readonly unit: string } | undefined;
}

/** A vendor as it stands. */
export interface VendorDesk {
  readonly name: VendorName;
  readonly title: string;
  readonly operations: readonly { readonly name: string; readonly cost: Cost; readonly effect: Effect }[];
  readonly subjects: readonly FakeSubject[];
  readonly beginnings: readonly string[];
  readonly plannedFaults: readonly PlannedFault[];
  readonly callbackFaults: readonly CallbackFault[];
  /** Where callbacks go whose request names no URL. */
  readonly callbackUrl?: string | undefined;
  /** Callbacks that can be made up. */
  readonly callbackKinds: readonly string[];
}

/** Everything but calls and callbacks. */
export interface Desk {
  readonly vendors: readonly VendorDesk[];
  readonly bill: readonly BillLine[];
  readonly clock: { readonly now: number; readonly isRunning: boolean };
}

/** What a change of the stage tells. */
export type StageEvent =
  | { readonly type: "call"; readonly call: Call }
  | { readonly type: "callback"; readonly callback: SentCallback }
  | { readonly type: "desk" }
  | { readonly type: "reset" };
