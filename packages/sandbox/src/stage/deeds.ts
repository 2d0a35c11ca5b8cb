import type { FakeFault } from "@x/core/testing";
import type { CallbackFault, VendorName } from "./types.js";

/** What changed a stage, as far as it is needed to change another one in the same way. */
export type Deed =
  | {
      readonly deed: "request";
      readonly vendor: VendorName;
      readonly method: string;
      /** Path and query. */
      readonly path: string;
      readonly type: string;
      /** Bytes of the body, in base64. */
      readonly body: string;
      readonly isEncrypted: boolean;
    }
  | { readonly deed: "act"; readonly vendor: VendorName; readonly subject: string; readonly action: string }
  | { readonly deed: "begin"; readonly vendor: VendorName; readonly beginning: string }
  | {
      readonly deed: "fail";
      readonly vendor: VendorName;
      readonly operation: string;
      readonly fault: FakeFault;
      readonly times: number;
    }
  | {
      readonly deed: "failCallbacks";
      readonly vendor: VendorName;
      readonly fault: CallbackFault;
      readonly times: number;
    }
  | { readonly deed: "forgive"; readonly vendor: VendorName }
  | { readonly deed: "setCallbackUrl"; readonly vendor: VendorName; readonly url: string | undefined }
  | { readonly deed: "populate"; readonly seed: number }
  | { readonly deed: "time" }
  | { readonly deed: "reset" };

/** A deed and when it was done, in milliseconds since 1970 by the sandbox's time. */
export type DatedDeed = Deed & { readonly at: number };
