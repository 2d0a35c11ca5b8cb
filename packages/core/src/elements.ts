import type { AnyEndpoint, CallElement } from "./endpoint.js";

/** The name of one element of a call that has one name. */
export function nameOf(reference: string, elements: number, at: number): string {
  return elements === 1 ? reference : `${reference}#${at}`;
}

/** What a call makes, each by its reference. */
export function elementsOf(endpoint: AnyEndpoint, input: unknown): readonly CallElement[] {
  const given = input as never;
  const elements = endpoint.elements?.(given);
  if (elements !== undefined) return elements;
  return [{ reference: endpoint.reference?.(given) ?? endpoint.lookup?.reference?.(given), content: input }];
}

/** Billed units of a call; 0 when it costs nothing. */
export function unitsOf(endpoint: AnyEndpoint, input: unknown): number {
  if (endpoint.cost === "free") return 0;
  return endpoint.units?.(input as never) ?? endpoint.elements?.(input as never).length ?? 1;
}
