/** Why a Taiwan identity card was issued. */
export type TwApplyCode = 0 | 1 | 2 | 3;

/** Reasons of issue of Taiwan's identity cards, by `tw_id_apply_code`. */
export const twApplyCodes = {
  0: "none was issued",
  1: "first card",
  2: "issued again",
  3: "exchanged for another",
} as const satisfies Record<TwApplyCode, string>;
