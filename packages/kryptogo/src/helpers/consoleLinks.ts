import { InputError } from "@x/core";

const root = "https://app.kryptogo.com/compliance";

/**
 * Builds links to KryptoGO's console, for the people who decide there. Throws an `InputError` for what is no id.
 *
 * @example
 * consoleLinks.idv(12); // "https://app.kryptogo.com/compliance/idv/12"
 */
export const consoleLinks = {
  /** Page of an address analysis. */
  kya: (kya_id: number): string => link("addresses", "kya_id", kya_id),
  /** Page of a search task. */
  searchTask: (task_id: number): string => link("audit", "task_id", task_id),
  /** Page of an identity verification. */
  idv: (idv_id: number): string => link("idv", "idv_id", idv_id),
  /** Page of a search setting. */
  searchSetting: (search_setting_id: number): string =>
    link("settings/search-settings/detail", "search_setting_id", search_setting_id),
} as const;

function link(page: string, name: string, id: number): string {
  if (Number.isSafeInteger(id) && id >= 1) return `${root}/${page}/${id}`;
  const facts = { vendor: "KryptoGO", operation: "consoleLinks", attempts: 0, elapsedMs: 0 };
  throw new InputError(facts, [{ path: name, code: "invalid", expected: "a positive integer" }]);
}
