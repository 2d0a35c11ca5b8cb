import type { Form, Runtime } from "../runtimes.ts";
import type { LabMap } from "../lab.ts";

/** What one cell came to, as the probe tells it. */
export interface CellResult {
  readonly ok: boolean;
  readonly says?: string;
  readonly data?: unknown;
  readonly ms: number;
}

/** Results by cell. */
export type ProbeResults = Readonly<Record<string, CellResult>>;

/** One run of the probe. */
export interface Probing {
  readonly runtime: Runtime;
  readonly form: Form;
  /** Folder in which the packages are installed. */
  readonly project: string;
  readonly lab: LabMap;
  readonly cells: readonly string[];
}
