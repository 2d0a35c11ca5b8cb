import type { FakeFault } from "@x/core/testing";
import type { CallbackFault, VendorName } from "../stage/types.js";

/** Something of a vendor. */
export interface AtVendor {
  readonly vendor: VendorName;
}

/** Which calls or callbacks are counted; all of them when nothing is said. */
export interface Count {
  readonly vendor?: VendorName;
  readonly operation?: string;
  /** HTTP status of the answer; 0 for a broken connection. */
  readonly status?: number;
}

/** What has to be the case, exactly. */
export interface Expectation extends Count {
  /** Calls that were answered. */
  readonly calls?: number;
  /** Units of work on the bill. */
  readonly billed?: number;
  /** Callbacks that were answered. */
  readonly callbacks?: number;
}

/** One step of a scenario. */
export type Step =
  /** Makes the next calls of an operation go wrong; any operation when none is named. */
  | (AtVendor & { readonly fault: FakeFault; readonly operation?: string; readonly times?: number })
  /** Makes the next callbacks go wrong. */
  | (AtVendor & { readonly callbackFault: CallbackFault; readonly times?: number })
  /** Says where callbacks go whose request names no URL. */
  | (AtVendor & { readonly callbackUrl: string })
  /** Moves a subject on, as soon as it is there and can be: `idv:12` that one, `idv` the newest. */
  | (AtVendor & { readonly act: string; readonly subject: string; readonly within?: string })
  /** Begins what no request begins. */
  | (AtVendor & { readonly begin: string })
  /** Makes a callback up and sends it. */
  | (AtVendor & { readonly callback: string; readonly url: string })
  /** Moves time on. */
  | { readonly advance: string }
  /** Stops time, or lets it run on. */
  | { readonly time: "stop" | "run" }
  /** Waits until there are so many calls or callbacks at least, or until the command is over. */
  | {
      readonly wait: "command" | (Count & { readonly calls?: number; readonly callbacks?: number });
      readonly within?: string;
    }
  /** Has to be so. */
  | { readonly expect: Expectation };

/** A story: what happens at the vendors while an application runs, and what has to come of it. */
export interface Scenario {
  readonly name?: string;
  readonly steps: readonly Step[];
}
