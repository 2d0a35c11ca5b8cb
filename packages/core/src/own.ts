/**
 * Names that runtimes and ky read off literals of their own, which nothing here can shield: Node's fetch copies its
 * options into one, so a planted `redirect` makes it follow.
 */
const steering =
  "body,cache,credentials,dispatcher,duplex,headers,integrity,keepalive,method,mode,priority,redirect,referrer,referrerPolicy,signal,window,beforeRequest,hooks,init,searchParams".split(
    ",",
  );

/** A name planted on `Object.prototype` that would steer a request; a careless merge anywhere in a program leaves such. */
export function plantedName(): string | undefined {
  return steering.find((name) => name in Object.prototype);
}

/** A copy that holds what was said and nothing that was planted on `Object.prototype`. */
export function ownOnly<T extends object>(value: T): T {
  return Object.assign(Object.create(null) as T, value);
}
