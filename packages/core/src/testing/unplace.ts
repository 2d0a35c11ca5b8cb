import type * as z from "zod/mini";
import type { AnyEndpoint } from "../endpoint.js";
import { hasBody } from "../place.js";
import { documentedIssues } from "../issues.js";
import { documentedOf } from "../zod.js";

/** Reads an input back from the wire, as a server that knows the contract would. */
export async function unplace(
  endpoint: AnyEndpoint,
  template: string,
  request: Request,
  basePath: string,
): Promise<unknown> {
  const url = new URL(request.url);
  const input: Record<string, unknown> = {};
  const values = matchPath(template, url.pathname.slice(basePath.length)) ?? {};
  for (const [name, text] of [...Object.entries(values), ...url.searchParams])
    input[name] = typed(endpoint, name, text);
  if (!hasBody(endpoint)) return input;
  if (endpoint.encoding === "multipart") return Object.assign(input, Object.fromEntries(await request.formData()));
  const text = await request.text();
  if (endpoint.encoding === "form") return Object.assign(input, Object.fromEntries(new URLSearchParams(text)));
  const body: unknown = text === "" ? {} : JSON.parse(text);
  return endpoint.body === undefined ? Object.assign(input, body) : Object.assign(input, { [endpoint.body]: body });
}

/** The values of a template's placeholders in a path; `undefined` when the path is another. */
export function matchPath(template: string, path: string): Record<string, string> | undefined {
  const names: string[] = [];
  const escaped = template.split("/").map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    names.push(name);
    return "([^/]+)";
  });
  const match = new RegExp(`^${escaped.join("/")}$`).exec(path);
  if (match === null) return undefined;
  return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? "")]));
}

/** Paths and queries carry text only; the schema says which of it is a number. */
function typed(endpoint: AnyEndpoint, name: string, text: string): unknown {
  const field = (documentedOf(endpoint.input)._zod.def as unknown as { shape?: Record<string, z.core.$ZodType> })
    .shape?.[name];
  if (field === undefined || documentedIssues(field, text).length === 0) return text;
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
