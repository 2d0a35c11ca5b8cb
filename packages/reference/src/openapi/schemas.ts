import type { Shape } from "@x/core";
import { documentedOf } from "@x/core/zod";
import type ts from "typescript";
import * as z from "zod/v4/core";
import type { Sources } from "../prose.ts";

/** A JSON Schema. */
export interface Json {
  [key: string]: unknown;
  description?: string;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  anyOf?: Json[];
}

/** Which side of a call a schema is on. */
export type Side = "request" | "response";

/** How fields look on the wire that are something else in code. */
const wireForms: Readonly<Record<string, Json>> = {
  ImageInput: { type: "string", contentEncoding: "base64" },
  Upload: { type: "string", format: "binary" },
};

/** Names that say nothing about the vendor. */
const builtIns: ReadonlySet<string> = new Set(["Record", "Partial", "Pick", "Omit", "Required", "Readonly"]);

/** Schemas of one document: named interfaces once, under their own names, with their fields' comments. */
export class Schemas {
  readonly components: Record<string, Json> = {};
  readonly #sources: Sources;
  #defs: Record<string, Json> = {};
  readonly #building = new Set<ts.Type>();
  readonly #holdsItself = new Set<ts.Type>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** A contract's schema with the comments of the type that it is tied to. */
  of(schema: Shape<unknown>, type: ts.Type, side: Side): Json {
    return this.#merge(this.#print(schema), type, side);
  }

  /** The objects that an input may be, with their fields not yet laid out over path, query and body. */
  inputs(schema: Shape<unknown>, type: ts.Type): readonly Json[] {
    const json = this.#print(schema);
    const members = type.isUnion() ? type.types : [type];
    return (json.anyOf ?? [json]).map((one) => {
      const fitting = members.toSorted((a, b) => this.#fit(one, b) - this.#fit(one, a))[0] ?? type;
      return this.#object(one, fitting, "request");
    });
  }

  #print(schema: Shape<unknown>): Json {
    const printed = z.toJSONSchema(documentedOf(schema), { unrepresentable: "any", io: "input" }) as Json;
    const { $schema: _, $defs = {}, ...json } = printed;
    this.#defs = { ...($defs as Record<string, Json>), "#": json };
    return json;
  }

  #merge(json: Json, given: ts.Type, side: Side): Json {
    const type = this.#checker.getNonNullableType(given);
    if (typeof json["$ref"] === "string") return this.#merge(this.#resolve(json["$ref"]), type, side);
    const wire = wireForms[type.aliasSymbol?.name ?? ""];
    if (wire !== undefined) return { ...wire };
    if (json.anyOf !== undefined) return this.#union(json, type, side);
    if (Array.isArray(json["enum"])) return side === "response" && isOpen(type) ? opened(json) : json;
    if (json.items !== undefined) return { ...json, items: this.#merge(json.items, this.#itemOf(type), side) };
    if (json.properties !== undefined) return this.#once(type, true, () => this.#object(json, type, side));
    const { additionalProperties } = json;
    if (typeof additionalProperties !== "object") return withoutLimits(json);
    const values = type.getStringIndexType() ?? type;
    return this.#once(type, false, () => ({
      ...json,
      additionalProperties: this.#merge(additionalProperties as Json, values, side),
    }));
  }

  /** Writes a type that may hold its own kind: met again inside, it is named and not written again. */
  #once(type: ts.Type, isNamed: boolean, write: () => Json): Json {
    if (this.#building.has(type)) {
      this.#holdsItself.add(type);
      return { $ref: `#/components/schemas/${(type.aliasSymbol ?? type.symbol).name}` };
    }
    this.#building.add(type);
    const json = write();
    this.#building.delete(type);
    return isNamed || this.#holdsItself.has(type) ? this.#named(type, json) : json;
  }

  #resolve(ref: string): Json {
    const json = this.#defs[ref.replace("#/$defs/", "")];
    if (json === undefined) throw new Error(`no definition ${ref}`);
    return typeof json["$ref"] === "string" ? this.#resolve(json["$ref"]) : json;
  }

  #object(json: Json, type: ts.Type, side: Side): Json {
    const properties = Object.entries(json.properties ?? {}).map(([name, field]) => {
      const symbol = this.#checker.getPropertyOfType(type, name);
      if (symbol === undefined) return [name, field] as const;
      const merged = this.#merge(field, this.#checker.getTypeOfSymbol(symbol), side);
      const description = this.#sources.docOf(symbol);
      return [name, description === "" ? merged : { ...merged, description }] as const;
    });
    const { additionalProperties, ...rest } = json;
    const closed = side === "request" && additionalProperties === false ? { additionalProperties } : {};
    const doc = type.symbol === undefined ? "" : this.#sources.docOf(type.symbol);
    return {
      ...rest,
      ...(doc === "" ? {} : { description: doc }),
      properties: Object.fromEntries(properties),
      ...closed,
    };
  }

  #union(json: Json, type: ts.Type, side: Side): Json {
    const members = type.isUnion() ? type.types : [type];
    const anyOf = (json.anyOf ?? []).map((option) => {
      if (option["type"] === "null") return option;
      const fitting = members.toSorted((a, b) => this.#fit(option, b) - this.#fit(option, a))[0] ?? type;
      return this.#merge(option, option["enum"] === undefined ? fitting : type, side);
    });
    return {
      ...json,
      anyOf: anyOf.flatMap((one) => (one.anyOf !== undefined && Object.keys(one).length === 1 ? one.anyOf : [one])),
    };
  }

  /** How well a member of a union fits a JSON object: fields known by both, wrong constants excluded. */
  #fit(option: Json, type: ts.Type): number {
    if (option.items !== undefined) return this.#checker.isArrayType(type) ? 1 : -1;
    if (option.properties === undefined) return 0;
    const known = new Set(Object.keys(option.properties));
    let fit = -0.01 * type.getProperties().filter(({ name }) => !known.has(name)).length;
    for (const [name, field] of Object.entries(option.properties)) {
      const symbol = this.#checker.getPropertyOfType(type, name);
      const literal = symbol === undefined ? undefined : this.#checker.getTypeOfSymbol(symbol);
      if (symbol === undefined) fit -= 1;
      else if (field["const"] !== undefined && literal?.isLiteral() === true && literal.value !== field["const"])
        fit -= 100;
      else fit += 1;
    }
    return fit;
  }

  #itemOf(type: ts.Type): ts.Type {
    const array = type.isUnion() ? (type.types.find((one) => this.#checker.isArrayType(one)) ?? type) : type;
    return this.#checker.getTypeArguments(array as ts.TypeReference)[0] ?? array;
  }

  /** Puts an object under the name of its interface; the same name with other contents gets a number. */
  #named(type: ts.Type, json: Json): Json {
    const name = (type.aliasSymbol ?? type.symbol)?.name ?? "__type";
    if (
      name.startsWith("__") ||
      builtIns.has(name) ||
      this.#checker.getTypeArguments(type as ts.TypeReference)?.length > 0
    )
      return json;
    for (let number = 1; ; number++) {
      const key = number === 1 ? name : `${name}${number}`;
      const kept = this.components[key];
      if (kept !== undefined && JSON.stringify(kept) !== JSON.stringify(json)) continue;
      this.components[key] = json;
      return { $ref: `#/components/schemas/${key}` };
    }
  }

  get #checker(): ts.TypeChecker {
    return this.#sources.checker;
  }
}

/** Whether the type takes values that the vendor may add later. */
function isOpen(type: ts.Type): boolean {
  return type.isUnion() && type.types.some((one) => one.isIntersection());
}

/** A list that may grow: generated clients must not refuse what is new. */
function opened({ enum: values, type, ...rest }: Json): Json {
  const kind = type ?? typeof (values as unknown[])[0];
  return { ...rest, anyOf: [{ type: kind, enum: values }, { type: kind }] };
}

/** zod's limits of safe integers say nothing about the vendor. */
function withoutLimits(json: Json): Json {
  const { minimum, maximum, ...rest } = json;
  return {
    ...rest,
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  };
}
