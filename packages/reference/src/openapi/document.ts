import type { Encode } from "@x/core";
import { isVerified, type Operation, resendOf, type Vendor } from "../contracts.ts";
import { type MethodProse, Sources } from "../prose.ts";
import { joined } from "./joined.ts";
import { type Json, Schemas } from "./schemas.ts";
import { vendorFacts } from "./vendors.ts";

/** Writes the OpenAPI 3.1 document of a vendor. */
export async function documentOf(vendor: Vendor): Promise<Json> {
  const facts = vendorFacts[vendor.id];
  if (facts === undefined)
    throw new Error(`${vendor.id}: say in src/openapi/vendors.ts where it is and how one signs in`);
  const sources = new Sources(vendor.package);
  const writer = new Writer(new Schemas(sources), sources, sources.methods());
  const written = new Map<string, Json[]>();
  for (const operation of vendor.operations) {
    const { path, method } = operation.endpoint;
    const key = `${method.toLowerCase()} ${path}`;
    written.set(key, [...(written.get(key) ?? []), await writer.operation(operation)]);
  }
  const paths: Record<string, Json> = {};
  for (const [key, operations] of written) {
    const [method = "", path = ""] = key.split(" ");
    paths[path] = { ...paths[path], [method]: joined(operations) };
  }
  const { title, version, servers, security } = facts;
  return {
    openapi: "3.1.0",
    info: {
      title,
      version,
      description:
        `Generated from the contracts of ${vendor.package.name}, by its authors and not by the vendor. ` +
        "`x-effect` and `x-cost` say what a call does and whether it costs money, `x-resend` when the client sends it " +
        "again, and `x-verified: false` that path or body are inferred and not documented.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers,
    ...(security === undefined ? { security: [] } : { security: [{ credential: [] }] }),
    tags: tagsOf(vendor),
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: Object.fromEntries(Object.entries(writer.schemas.components).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      ...(security === undefined ? {} : { securitySchemes: { credential: security } }),
    },
  };
}

function tagsOf({ operations }: Vendor): readonly Json[] {
  return [...new Set(operations.map(tagOf))].toSorted().map((name) => ({ name }));
}

function tagOf({ method }: Operation): string {
  const at = method.lastIndexOf(".");
  return at < 0 ? "client" : method.slice(0, at);
}

/** What goes into path and query, and what is left for the body. */
interface Layout {
  readonly parameters: object[];
  readonly body: Json;
}

class Writer {
  readonly schemas: Schemas;
  readonly #sources: Sources;
  readonly #methods: ReadonlyMap<string, MethodProse>;

  constructor(schemas: Schemas, sources: Sources, methods: ReadonlyMap<string, MethodProse>) {
    this.schemas = schemas;
    this.#sources = sources;
    this.#methods = methods;
  }

  async operation(operation: Operation): Promise<Json> {
    const { endpoint, method } = operation;
    const prose = this.#methods.get(method);
    if (prose === undefined) throw new Error(`${endpoint.name}: the client has no method ${method}`);
    const others = [...this.#methods].filter(([name, { sends }]) => name !== method && sends.includes(endpoint.name));
    const [input] = this.#sources.typesOf(endpoint.name);
    const inputs = this.schemas.inputs(endpoint.input, input);
    const layouts = await Promise.all(inputs.map(async (one) => await layOut(operation, one)));
    const parameters = layouts[0]?.parameters ?? [];
    return {
      operationId: endpoint.name,
      tags: [tagOf(operation)],
      summary: prose.summary,
      ...(prose.text === "" ? {} : { description: prose.text }),
      ...(endpoint.deprecated === undefined ? {} : { deprecated: true }),
      ...(endpoint.anonymous === true ? { security: [] } : {}),
      "x-methods": [method, ...others.map(([name]) => name)],
      "x-effect": endpoint.effect,
      "x-cost": endpoint.cost,
      "x-resend": resendOf(endpoint),
      "x-verified": isVerified(endpoint),
      "x-timeout-ms": endpoint.timeout ?? 30_000,
      ...(parameters.length === 0 ? {} : { parameters }),
      ...this.#body(
        operation,
        layouts.map(({ body }) => body),
      ),
      responses: this.#responses(operation),
    };
  }

  #body({ endpoint, fixture }: Operation, bodies: readonly Json[]): object {
    const hasBody = endpoint.method === "DELETE" ? endpoint.encoding !== undefined : endpoint.method !== "GET";
    const isEmpty = bodies.every((one) => one.properties !== undefined && Object.keys(one.properties).length === 0);
    if (!hasBody || (isEmpty && endpoint.bodyAlways !== true && endpoint.encode === undefined)) return {};
    const whole = bodies.map((one) => one.properties?.[endpoint.body ?? ""] ?? one);
    const [schema] = whole.length > 1 ? [{ anyOf: whole }] : whole;
    const media = {
      form: "application/x-www-form-urlencoded",
      multipart: "multipart/form-data",
      json: "application/json",
    };
    const encoding = endpoint.encoding ?? "json";
    const example = encoding === "json" && fixture.wire.body !== undefined ? { example: fixture.wire.body } : {};
    const required = endpoint.body !== undefined || bodies.some((one) => (one.required ?? []).length > 0);
    return { requestBody: { required, content: { [media[encoding]]: { schema, ...example } } } };
  }

  #responses({ endpoint, fixture }: Operation): Json {
    const [, output] = this.#sources.typesOf(endpoint.name);
    const kinds: Readonly<Record<string, string>> = {
      pdf: "application/pdf",
      png: "image/png",
      jpeg: "image/jpeg",
      tiff: "image/tiff",
    };
    const files = endpoint.answersFile?.map((kind) => [kinds[kind] ?? "application/octet-stream", fileOf(kind)]);
    const answer = (): Json => ({
      "application/json": {
        schema: this.schemas.of(endpoint.output, output, "response"),
        ...(fixture.output === undefined ? {} : { example: fixture.output }),
      },
    });
    const content =
      endpoint.statusOnly === true ? {} : { content: files === undefined ? answer() : Object.fromEntries(files) };
    const isEmpty = fixture.output === undefined && endpoint.mayBeEmpty === true;
    const errors = Object.entries(endpoint.errors).map(([status, reason]) => [status, { description: reason }]);
    return {
      "200": { description: "The answer.", ...(isEmpty ? {} : content) },
      ...Object.fromEntries(errors),
      default: { description: "A refusal, or a failure of a gateway." },
    };
  }
}

/** A file as an answer; a PDF can be shown as text, a picture cannot. */
function fileOf(kind: string): Json {
  const example = kind === "pdf" ? { example: "%PDF-1.7\n%%EOF\n" } : {};
  return { schema: { type: "string", format: "binary" }, ...example };
}

/** Lays the fields of an input out as the client does. */
async function layOut({ endpoint }: Operation, input: Json): Promise<Layout> {
  const rest: Record<string, Json> = { ...input.properties };
  const required = new Set(input.required);
  let isOpen = input["additionalProperties"] !== false;
  for (const name of endpoint.omits ?? []) delete rest[name];
  for (const [name, encode] of Object.entries((endpoint.encode ?? {}) as Record<string, Encode>)) {
    const wire = await wireOf(rest[name], encode);
    isOpen ||= wire.isOpen;
    if (wire.schema === undefined) delete rest[name];
    else rest[name] = wire.schema;
  }
  for (const [name, value] of Object.entries(endpoint.adds ?? {})) {
    rest[name] = { type: typeof value, const: value, description: "The same in every request." };
    required.add(name);
  }
  const parameters: object[] = [];
  for (const [, name = ""] of endpoint.path.matchAll(/\{(\w+)\}/g)) {
    parameters.push(parameterOf(name, "path", rest[name] ?? { type: "string" }, true));
    if (!endpoint.repeats?.includes(name)) delete rest[name];
  }
  const isRead = endpoint.method === "GET" || (endpoint.method === "DELETE" && endpoint.encoding === undefined);
  for (const name of isRead ? Object.keys(rest) : (endpoint.query ?? [])) {
    parameters.push(parameterOf(name, "query", rest[name] ?? {}, required.has(name)));
    delete rest[name];
  }
  const needed = Object.keys(rest).filter((name) => required.has(name));
  const { description } = input;
  const body: Json = { type: "object", properties: rest };
  if (description !== undefined) body.description = description;
  if (needed.length > 0) body.required = needed;
  if (!isOpen) Object.assign(body, { additionalProperties: false });
  return { parameters, body };
}

function parameterOf(name: string, place: "path" | "query", field: Json, required: boolean): object {
  const { description, ...schema } = field;
  return { name, in: place, required, ...(description === undefined ? {} : { description }), schema };
}

/** What an encoded field looks like on the wire. */
async function wireOf(field: Json | undefined, encode: Encode): Promise<{ schema?: Json; isOpen: boolean }> {
  if (field === undefined) return { isOpen: false };
  const probe = { "x-probe": 1 };
  const tried = await encode(probe as never, {}).catch(() => undefined);
  const isSpread = tried !== undefined && "also" in tried && tried.value === undefined && tried.also?.["x-probe"] === 1;
  if (isSpread) return { isOpen: true };
  const { description } = field;
  const schema =
    field["type"] === undefined ? { type: "string" } : field["type"] === "array" ? { type: "string" } : field;
  // What it says besides, under a name of the wire's own, is not in the input's schema.
  const adds = await encode(1 as never, {}).then(
    (one) => "also" in one && one.also !== undefined,
    () => false,
  );
  return { schema: { ...schema, ...(description === undefined ? {} : { description }) }, isOpen: adds };
}
