/** Segment of the path that tells the two kinds of cases apart. */
export type CaseSegment = "Companies" | "Individuals";
