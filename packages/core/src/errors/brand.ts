/** Recognises by a registered symbol: four packages may bring four copies of this file, and `instanceof` sees only one. */
export function isErrorWithBrand(value: unknown, brand: symbol): boolean {
  try {
    return typeof value === "object" && (value as Record<symbol, unknown>)[brand] === true;
  } catch {
    // Null, and a proxy that refuses to be looked at, are none of ours.
    return false;
  }
}
