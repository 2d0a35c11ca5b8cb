/** What is read of a zod schema's definition. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Node>>;
  readonly catchall?: Node;
  readonly element?: Node;
  readonly innerType?: Node;
  readonly valueType?: Node;
  readonly options?: readonly Node[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly checks?: readonly { readonly _zod: { readonly def: Bounds } }[];
}

/** How long, or how large, something may be. */
interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
}

/** A zod schema. */
export interface Node {
  readonly _zod: { readonly def: Definition };
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Texts that some rule takes, and some that none does. */
const texts = [
  "",
  "a",
  "text",
  "12",
  "0.024",
  "2024-02-29",
  "20240229",
  "2022-02-06T23:13:43.513Z",
  "TWN",
  "USD",
  "ID_CARD",
  "a@b.example",
  "https://a.example/x?y=1",
  "11111111-2222-3333-4444-555555555555",
  "abcdefgh12",
  "ab😀",
  "\ud800",
  "x".repeat(101),
];

const strange: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => "unknown value",
  () => 1.5,
  () => 2 ** 53,
  () => -(2 ** 60),
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => [],
  () => ({}),
  () => [[1], "a"],
  () => ({ deep: { deeper: null } }),
  () => JSON.parse('{"__proto__":1}') as unknown,
  () => Object.create(null) as unknown,
  () => new Date(0),
  () => new Uint8Array([0xff, 0xd8, 0xff]),
  () => new URL("https://a.example"),
  () => ({ [Symbol("s")]: 1 }),
  () => Array(2) as unknown,
];

/** Values near a schema: most of them fit in most places. */
export class Values {
  readonly #random: () => number;
  /** How likely it is that something in the place of a value is not what belongs there. */
  #noise = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** One value for a schema; a third of them fit, as far as types go. */
  next(schema: Node): unknown {
    this.#noise = [0, 0.02, 0.15][Math.floor(this.#random() * 3)] ?? 0;
    return this.#of(schema, 0);
  }

  #of(schema: Node, depth: number): unknown {
    if (this.#random() < this.#noise) return this.#pick(strange)();
    const { type, innerType, values, entries, options, element, valueType, shape, catchall } = schema._zod.def;
    if (type === "optional") return this.#random() < 0.2 ? undefined : this.#of(innerType as Node, depth);
    if (type === "nullable") return this.#random() < 0.2 ? null : this.#of(innerType as Node, depth);
    if (values !== undefined) return this.#pick(values);
    if (entries !== undefined) return this.#pick(Object.values(entries));
    if (options !== undefined) return this.#of(this.#pick(options), depth);
    if (element !== undefined) return depth > 5 ? [] : this.#times(3, () => this.#of(element, depth + 1));
    if (shape !== undefined) return this.#object(shape, catchall, depth);
    if (valueType !== undefined)
      return Object.fromEntries(
        depth > 5 ? [] : this.#times(3, () => [this.#pick(texts), this.#of(valueType, depth + 1)]),
      );
    return this.#random() < 0.2 ? this.#atBounds(schema) : this.#plain(type);
  }

  #plain(type: string): unknown {
    if (type === "string") return this.#pick(texts);
    if (type === "boolean") return this.#random() < 0.5;
    if (type === "number" || type === "int")
      return this.#pick([0, 1, 2, 7, -1, 101, Math.floor(this.#random() * 1e6), this.#random() < 0.1 ? 0.5 : 3]);
    if (type === "undefined" || type === "void") return undefined;
    return this.#random() < 0.5 ? this.#pick(texts) : this.#pick(strange)();
  }

  /** At a limit, or one off. */
  #atBounds({ _zod: { def } }: Node): unknown {
    const bounds = (def.checks ?? []).flatMap(
      ({
        _zod: {
          def: { minimum, maximum, value },
        },
      }) => [minimum, maximum, value].filter((one) => typeof one === "number"),
    );
    if (bounds.length === 0) return this.#plain(def.type);
    const near = this.#pick(bounds) + this.#pick([-1, 0, 1]);
    return def.type === "string" ? this.#pick(["x", "😀"]).repeat(Math.max(0, near)) : near;
  }

  #object(shape: Readonly<Record<string, Node>>, catchall: Node | undefined, depth: number): unknown {
    const made: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(shape)) {
      const optional = field._zod.def.type === "optional";
      if (this.#random() < (optional ? (depth > 3 ? 0.9 : 0.4) : this.#noise / 2)) continue;
      made[name] = this.#of(field, depth + 1);
    }
    if (this.#random() < this.#noise) made["a_field_of_tomorrow"] = this.#pick(strange)();
    if (catchall !== undefined && catchall._zod.def.type !== "never" && this.#random() < 0.5)
      made[this.#pick(texts)] = this.#of(catchall, depth + 1);
    return made;
  }

  #pick<T>(from: readonly T[]): T {
    const at = Math.floor(this.#random() * from.length);
    for (const one of from.slice(at, at + 1)) return one;
    throw new RangeError("nothing to pick from");
  }

  #times<T>(most: number, make: () => T): T[] {
    return Array.from({ length: Math.floor(this.#random() * (most + 1)) }, make);
  }
}
