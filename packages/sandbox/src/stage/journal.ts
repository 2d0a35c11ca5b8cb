import type { Clock } from "@x/core/testing";
import type { DatedDeed, Deed } from "./deeds.js";
import type { VendorName } from "./types.js";

/** Tells of everything that changes a stage, except while it is done again. */
export class Journal {
  readonly #clock: Clock;
  readonly #tell: ((deed: DatedDeed) => void) | undefined;
  #isQuiet = false;

  constructor(clock: Clock, tell: ((deed: DatedDeed) => void) | undefined) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Whether something is done again. */
  get isQuiet(): boolean {
    return this.#isQuiet;
  }

  /** Notes a deed. */
  note(deed: Deed): void {
    if (!this.#isQuiet) this.#tell?.({ at: this.#clock.now(), ...deed });
  }

  /** What notes a request, whole and once; it is copied now, for the work reads it. */
  ofRequest(vendor: VendorName, request: Request, isEncrypted: boolean): () => Promise<void> {
    const tell = this.#tell;
    if (tell === undefined || this.#isQuiet) return async () => undefined;
    const at = this.#clock.now();
    const { pathname, search } = new URL(request.url);
    const { method, headers } = request;
    const copy = request.clone();
    let isDone = false;
    return async () => {
      if (isDone) return;
      isDone = true;
      const bytes = new Uint8Array(await copy.arrayBuffer());
      const body = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      const type = headers.get("content-type") ?? "";
      tell({ at, deed: "request", vendor, method, path: pathname + search, type, body, isEncrypted });
    };
  }

  /** Does something without noting it. */
  async quietly(work: () => Promise<void>): Promise<void> {
    const was = this.#isQuiet;
    this.#isQuiet = true;
    try {
      await work();
    } finally {
      this.#isQuiet = was;
    }
  }
}
