/** How near the risky entity is. */
export type ExposureType = "DIRECT" | "INDIRECT";

/** Kinds of exposure. */
export const exposureTypes = {
  DIRECT: "the counterparty is the entity itself",
  INDIRECT: "the entity stands further away; its service is then not named",
} as const satisfies Record<ExposureType, string>;
