/** A copy that holds what was said and nothing that was planted on `Object.prototype`. */
export function ownOnly<T extends object>(value: T): T {
  return Object.assign(Object.create(null) as T, value);
}
