/** Exact versions of everything that is installed only to try the packages on it. */
export const versions = {
  node22: "22.23.3",
  node24: "24.21.0",
  node26: "26.10.0",
  bun: "1.4.5",
  deno: "2.9.6",
  workerd: "1.20261117.1",
  playwright: "1.65.1",
} as const;

/** Latest date whose behaviour a worker may ask for: that of the binary. */
export const workerdDate = "2026-11-17";
