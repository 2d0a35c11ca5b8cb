/** A documented answer with persons planted in it: as values of another type, as unknown fields, as keys. */
export function badBody(body: unknown, persons: readonly string[], random: () => number): unknown {
  const person = (): string => persons[Math.floor(random() * persons.length)] ?? "";
  const spoilt = (value: unknown): unknown => {
    if (random() < 0.1) return person();
    if (random() < 0.05) return { [person()]: person() };
    if (Array.isArray(value)) return value.map(spoilt);
    if (typeof value !== "object" || value === null) return random() < 0.1 ? [person()] : value;
    const fields = Object.entries(value).map(([name, inner]) => [name, spoilt(inner)] as const);
    if (random() < 0.3) fields.push([person(), person()]);
    return Object.fromEntries(fields);
  };
  // Not every draw spoils something.
  return { ...(Object(spoilt(body)) as object), [person()]: person() };
}
