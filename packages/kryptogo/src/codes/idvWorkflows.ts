/** What the hosted page asks the user for. */
export type IdvWebWorkflow = 100 | 101 | 102 | 200 | 201 | 202;

/** Workflows of `initWeb`. Those from 100 to 102 take no selfie, so expect review reason 600. */
export const idvWebWorkflows = {
  100: "document, by camera or upload",
  101: "document, by camera",
  102: "document, by upload",
  200: "document and face, by camera or upload",
  201: "document and face, by camera",
  202: "document and face, by upload",
} as const satisfies Record<IdvWebWorkflow, string>;

/** What the mobile SDK asks the user for. */
export type IdvMobileWorkflow = 3;

/** Workflows of `initMobile`. */
export const idvMobileWorkflows = {
  3: "document and face, with liveness",
} as const satisfies Record<IdvMobileWorkflow, string>;
