interface DenoLike {
  createHttpClient?: (options: { poolMaxIdlePerHost: number }) => unknown;
}

let unpooled: unknown;

/**
 * What fetch takes for a request that may reach the server once only.
 *
 * Deno sends a POST again by itself when a kept connection breaks under it; a client that keeps none never does. Node, Bun
 * and workers send it once in any case, and browsers have no way to be told.
 */
export function onceInit(once: boolean): { client?: unknown } {
  if (!once) return {};
  const { Deno } = globalThis as { Deno?: DenoLike };
  unpooled ??= Deno?.createHttpClient?.({ poolMaxIdlePerHost: 0 });
  return unpooled === undefined ? {} : { client: unpooled };
}
