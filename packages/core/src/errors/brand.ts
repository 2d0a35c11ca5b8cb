/** Recognises by a registered symbol: four packages may bring four copies of this file, and `instanceof` sees only one. */
export function isErrorWithBrand(value: unknown, brand: symbol): boolean {
  return typeof value === "object" && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
