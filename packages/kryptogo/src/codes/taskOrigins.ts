/** Where a search task was started. */
export type TaskOrigin = 0 | 1 | 2;

/** Origins of search tasks. The vendor's own examples show 1 for tasks of the API: do not rely on it. */
export const taskOrigins = {
  0: "single search in the console",
  1: "batch search in the console",
  2: "API",
} as const satisfies Record<TaskOrigin, string>;
