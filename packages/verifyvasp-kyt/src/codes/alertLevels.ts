/** How severe a KYT alert is. */
export type AlertLevel = "LOW" | "MEDIUM" | "HIGH" | "SEVERE";

/** Alert levels, the mildest first. */
export const alertLevels = ["LOW", "MEDIUM", "HIGH", "SEVERE"] as const satisfies readonly AlertLevel[];
