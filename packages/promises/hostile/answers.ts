import { isSdkError } from "@x/core";
import { type Mutant, mutantsOf } from "@x/core/testing";
import type { Finding } from "./client.ts";
import { operations, type VendorOperation } from "./vendors.ts";

/**
 * Every documented answer with one field changed, read as usual and in strict mode: what can be tolerated is handed out and
 * told once, the rest is refused; strict mode refuses all of them.
 */
export async function changedAnswers(): Promise<Finding> {
  const wrong: string[] = [];
  const counts = { tolerated: 0, refused: 0 };
  let shorter = 0;
  for (const one of operations) {
    const { output } = one.fixture;
    if (output === undefined || one.endpoint.answersFile !== undefined || one.endpoint.statusOnly === true) continue;
    for (const mutant of mutantsOf(one.endpoint.output, output)) {
      const problem = await problemWith(one, mutant, counts);
      if (problem !== undefined)
        wrong.push(`${one.vendor} ${one.endpoint.name}, ${mutant.kind} at ${mutant.path}: ${problem}`);
      if (!(await isRefusedStrictly(one, mutant)))
        wrong.push(`${one.vendor} ${one.endpoint.name}, ${mutant.kind} at ${mutant.path}: passed strict mode`);
    }
    // A field that may be absent is one that nobody misses.
    for (const answer of withoutOne(output).filter((short) => one.endpoint.output.accepts(short))) {
      shorter++;
      const problem = await problemWithout(one, answer);
      if (problem !== undefined) wrong.push(`${one.vendor} ${one.endpoint.name}, a field left out: ${problem}`);
    }
  }
  const total = counts.tolerated + counts.refused;
  if (total < 1500 || shorter < 300) wrong.push(`only ${total} and ${shorter} answers were made`);
  return {
    seen: `${total} answers, each read in two modes: ${counts.tolerated} tolerated and told, ${counts.refused} refused, all refused in strict mode; ${shorter} more without a field that may be absent: all handed out in both modes, none told`,
    wrong,
  };
}

/** Every value that lacks one field of the given one, at any depth. */
function withoutOne(value: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, n) => withoutOne(item).map((shorter) => value.with(n, shorter)));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => {
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    return [rest, ...withoutOne(field).map((shorter) => ({ ...value, [key]: shorter }))];
  });
}

async function problemWithout({ fixture, call }: VendorOperation, answer: unknown): Promise<string | undefined> {
  const told: string[] = [];
  const hooks = { onDrift: ({ kind }: { kind: string }) => void told.push(kind) };
  for (const responseValidation of ["report", "strict"] as const) {
    const reading = call(fixture.input, () => Response.json(answer), { hooks, responseValidation });
    const value: unknown = await reading.catch((reason: unknown) => String(reason));
    if (JSON.stringify(value) !== JSON.stringify(answer)) return `${responseValidation}: ${String(value)}`;
  }
  return told.length === 0 ? undefined : `told as ${told.join(", ")}`;
}

async function isRefusedStrictly({ fixture, call }: VendorOperation, { value }: Mutant): Promise<boolean> {
  const reading = call(fixture.input, () => Response.json(value), { responseValidation: "strict" });
  const error: unknown = await reading.catch((reason: unknown) => reason);
  if (!isSdkError(error)) return false;
  return (isSdkError(error.cause) ? error.cause : error).code === "unexpected_shape";
}

async function problemWith(
  { endpoint, fixture, call }: VendorOperation,
  mutant: Mutant,
  counts: { tolerated: number; refused: number },
): Promise<string | undefined> {
  const told: string[] = [];
  const hooks = { onDrift: ({ kind }: { kind: string }) => void told.push(kind) };
  const leaf = mutant.path.split(".").findLast((part) => !/^\d+$/.test(part)) ?? "";
  const decides = mutant.kind === "unexpected_type" && endpoint.decisive?.includes(leaf) === true;
  const lacks = mutant.required && /^(?:missing_field|unexpected_type)$/.test(mutant.kind);
  try {
    const value = await call(fixture.input, () => Response.json(mutant.value), { hooks });
    if (decides || lacks) return "accepted";
    counts.tolerated++;
    if (JSON.stringify(value) !== JSON.stringify(mutant.value)) return "something was lost";
    return told.length === 1 && told[0] === mutant.kind ? undefined : `told as ${told.join(", ") || "nothing"}`;
  } catch (error) {
    if (!isSdkError(error)) return String(error);
    const cause = isSdkError(error.cause) ? error.cause : error;
    if (cause.code !== "unexpected_shape") return `ended as ${cause.code}`;
    counts.refused++;
    return decides || lacks ? undefined : "refused";
  }
}
