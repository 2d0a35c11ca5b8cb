/** A page or one of its workers: whoever visits it can read what it holds, and it sends again what it likes. */
export function isBrowser(): boolean {
  const { window, importScripts } = globalThis as { window?: { document?: unknown }; importScripts?: unknown };
  return window?.document !== undefined || typeof importScripts === "function";
}
