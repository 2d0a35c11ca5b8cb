import type { Json } from "./schemas.ts";

interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Json;
}

/**
 * Operations that share a path and a method, and differ in their query alone: OpenAPI has room for one. A parameter that
 * one of them does without is optional, the answer is one of theirs, and its examples bear their names.
 */
export function joined(operations: readonly Json[]): Json {
  const [first, ...others] = operations.toSorted((a, b) => Number(b["x-verified"]) - Number(a["x-verified"]));
  if (first === undefined) throw new Error("no operation to join");
  if (others.length === 0) return first;
  const all = [first, ...others];
  const told = others.map((one) => `\`${String(one["operationId"])}\`: ${String(one["summary"])}`);
  return {
    ...first,
    description: [first["description"], "By its query it is something else as well.", ...told]
      .filter((text) => text !== undefined)
      .join("\n\n"),
    "x-operations": all.map((one) => one["operationId"]),
    "x-methods": all.flatMap((one) => one["x-methods"] as string[]),
    "x-verified": all.every((one) => one["x-verified"]),
    parameters: parametersOf(all.map((one) => (one["parameters"] ?? []) as Parameter[])),
    responses: Object.assign({}, ...all.toReversed().map((one) => one["responses"]), { "200": answerOf(all) }) as Json,
  };
}

function parametersOf(lists: readonly (readonly Parameter[])[]): readonly Parameter[] {
  const names = new Set(lists.flatMap((list) => list.map(({ name }) => name)));
  return [...names].map((name) => {
    const found = lists.flatMap((list) => list.filter((one) => one.name === name));
    const [parameter] = found as [Parameter];
    return {
      ...parameter,
      required: found.length === lists.length && found.every(({ required }) => required),
      schema: anyOf(found.map(({ schema }) => schema)),
    };
  });
}

function answerOf(all: readonly Json[]): Json {
  const media = all.map((one) => {
    const ok = (one["responses"] as Record<string, Json>)["200"] as { content?: Record<string, Json> };
    const json = ok.content?.["application/json"];
    if (json === undefined) throw new Error(`${String(one["operationId"])}: shares its path, and answers no JSON`);
    return [String(one["operationId"]), json] as const;
  });
  const schema = anyOf(media.map(([, json]) => json["schema"] as Json));
  const examples = Object.fromEntries(media.map(([name, json]) => [name, { value: json["example"] }]));
  return { description: "The answer.", content: { "application/json": { schema, examples } } };
}

function anyOf(schemas: readonly Json[]): Json {
  const different = schemas.filter(
    (one, at) => schemas.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at,
  );
  return different.length === 1 ? (different[0] as Json) : { anyOf: different };
}
