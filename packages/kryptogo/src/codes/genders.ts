/** Gender as documents state it. */
export type Gender = "M" | "F" | "X";

/** Genders as documents state them. */
export const genders = { M: "male", F: "female", X: "unspecified" } as const satisfies Record<Gender, string>;
