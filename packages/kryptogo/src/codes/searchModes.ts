/** How exactly a name has to match. */
export type SearchMode = 1 | 2;

/** Modes of a search setting. */
export const searchModes = {
  1: "precise: the name as it stands",
  2: "fuzzy: similar names too",
} as const satisfies Record<SearchMode, string>;
