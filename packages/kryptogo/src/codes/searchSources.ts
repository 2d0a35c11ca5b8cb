/** A source that a search task looks into. */
export type SearchSource = 0 | 1 | 2 | 3 | 4;

/** Sources of search tasks. An earlier revision of the vendor's documents calls source 1 basic information. */
export const searchSources = {
  0: "negative news",
  1: "DowJones database",
  2: "Taiwan company registry",
  3: "Taiwan court verdicts",
  4: "sanction lists",
} as const satisfies Record<SearchSource, string>;
