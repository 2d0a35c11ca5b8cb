/** As much of Deno as is used. */
interface DenoLike {
  createHttpClient?(options: { readonly poolMaxIdlePerHost: number }): object;
}

let client: object | undefined;

/**
 * Options with which the runtime sends a request once.
 *
 * Deno repeats a POST by itself when a kept connection breaks under it. A connection of its own was not kept.
 */
export function ownConnection(once: boolean | undefined): { readonly client?: object } {
  const { Deno } = globalThis as { Deno?: DenoLike };
  if (once !== true || Deno?.createHttpClient === undefined) return {};
  client ??= Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
  return { client };
}
