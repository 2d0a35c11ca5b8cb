import { type Codec, CodecFault } from "./codec.js";
import type { Deadline } from "./deadline.js";
import type { Deviation } from "./drift.js";
import type { AnyEndpoint } from "./endpoint.js";
import { BodyError, type BodyErrorCode } from "./errors/body-errors.js";
import type { CallFacts } from "./errors/sdk-error.js";
import { loadExplain } from "./explaining.js";
import { JsonFault } from "./json/fault.js";
import { parseJson } from "./json/parse.js";
import { outcomeOfBrokenAnswer } from "./outcome.js";
import { type FileAnswer, type FileKind, fileKind } from "./file-answer.js";
import { BodyFault, decodeText, readBytes } from "./read-body.js";
import type { ResponseValidation } from "./client-options.js";

/** Reads the whole body of an answer. */
export async function readRaw(response: Response, maxBytes: number, deadline: Deadline): Promise<Uint8Array> {
  deadline.phase = "body";
  return await readBytes(response, maxBytes, deadline);
}

/** The text of a body, by the charset that its answer names, in its plain form. */
export async function textOf(
  bytes: Uint8Array,
  response: Response,
  deadline: Deadline,
  codec: Codec | undefined,
): Promise<string> {
  const text = decodeText(bytes, response.headers.get("content-type"));
  return codec === undefined ? text : await deadline.race(codec.answer(text));
}

/** A file that came as an answer, if its first bytes say that it is one: gateways answer with pages under 200. */
export function asFile(
  bytes: Uint8Array,
  contentType: string | null,
  kinds: readonly FileKind[],
  context: AnswerContext,
): FileAnswer {
  const kind = fileKind(bytes, kinds);
  if (kind === undefined) {
    const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
    const says = `answered with something else than a file of kind ${kinds.join(", ")}; a gateway may stand in between.`;
    throw broken("unexpected_content", context, text, says);
  }
  const mediaType = contentType?.split(";")[0]?.trim().toLowerCase();
  return mediaType === undefined || mediaType === "" ? { bytes, kind } : { bytes, kind, mediaType };
}

/** What reading an answer needs to know to describe its failure. */
export interface AnswerContext {
  readonly endpoint: AnyEndpoint;
  readonly status: number;
  readonly facts: () => CallFacts;
}

/** Parses a success answer and checks it against its contract. */
export async function understand(
  text: string,
  contentType: string | null,
  context: AnswerContext,
  validation: ResponseValidation,
  onDrift: (deviation: Deviation) => void,
  deadline: Deadline,
): Promise<unknown> {
  const { decode, statusOnly, output } = context.endpoint;
  if (statusOnly === true) return undefined;
  const parsed = parse(text, contentType, context);
  const value = decode === undefined ? parsed : decode(parsed);
  if (validation === "off" || output.accepts(value)) return value;
  return await judged(value, text, context, validation, onDrift, deadline);
}

async function judged(
  value: unknown,
  text: string,
  context: AnswerContext,
  validation: ResponseValidation,
  onDrift: (deviation: Deviation) => void,
  deadline: Deadline,
): Promise<unknown> {
  const { endpoint } = context;
  const explain = await deadline.race(loadExplain()).catch((error: unknown) => {
    const says = "answered in another shape than documented; what would say where could not be loaded.";
    throw broken("unexpected_shape", context, text, says, undefined, error);
  });
  const deviations = explain.deviations(endpoint.output, value, endpoint.decisive);
  for (const deviation of deviations) onDrift(deviation);
  if (deviations.length === 0) return value;
  if (validation === "report" && deviations.every(({ fatal }) => !fatal)) return value;
  const shown = deviations.slice(0, 20).map(({ path, kind }) => ({ path, kind }));
  throw broken(
    "unexpected_shape",
    context,
    text,
    "answered in another shape than documented; `issues` says where.",
    shown,
  );
}

function parse(text: string, contentType: string | null, context: AnswerContext): unknown {
  const [first] = text.trimStart();
  if (first === undefined && context.endpoint.mayBeEmpty === true) return undefined;
  if (first === undefined) throw broken("unexpected_content", context, text, "answered with an empty body.");
  if (first === "<" || /\bhtml\b/i.test(contentType ?? ""))
    throw broken(
      "unexpected_content",
      context,
      text,
      "answered with a page instead of JSON; a gateway may stand in between.",
    );
  try {
    return parseJson(text, context.endpoint.decisive);
  } catch (error) {
    throw error instanceof JsonFault ? ofJsonFault(error, text, context) : error;
  }
}

function ofJsonFault(fault: JsonFault, text: string, context: AnswerContext): BodyError {
  switch (fault.kind) {
    case "truncated":
      return broken("truncated_body", context, text, "the answer was cut.");
    case "too_deep":
    case "too_many_values":
      return broken("body_too_large", context, text, "the answer holds more values or levels than are read.");
    case "unsafe_integer":
      return broken("invalid_json", context, text, "the answer holds an integer above 2^53, which would be rounded.");
    case "duplicate_key":
      return broken("invalid_json", context, text, "the answer gives one decision twice.");
    case "invalid":
      return broken("invalid_json", context, text, "the answer is not JSON.");
  }
}

/** The error for an answer that could not be read to its end. */
export function ofBodyFault(error: unknown, context: AnswerContext): unknown {
  if (error instanceof CodecFault) return broken("undecryptable", context, error.text, error.says);
  if (!(error instanceof BodyFault)) return error;
  if (error.kind === "too_large")
    return broken("body_too_large", context, error.text, "the answer is larger than `maxResponseBytes`.");
  if (error.kind === "undecodable")
    return broken(
      "unexpected_content",
      context,
      error.text,
      "the answer's bytes do not fit the charset that it names.",
    );
  return broken("truncated_body", context, error.text, "the answer was cut.", undefined, error.cause);
}

function broken(
  code: BodyErrorCode,
  context: AnswerContext,
  text: string | undefined,
  says: string,
  issues?: BodyError["issues"],
  cause?: unknown,
): BodyError {
  const { endpoint, status, facts } = context;
  const success = status >= 200 && status < 300;
  return new BodyError({
    code,
    outcome: success ? outcomeOfBrokenAnswer(endpoint.effect) : "unknown",
    facts: facts(),
    status,
    says,
    text,
    createdIds: success ? salvageIds(endpoint, text) : [],
    ...(issues === undefined ? {} : { issues }),
    cause,
  });
}

/** Ids of what was created, read out of an answer that nothing else can be read from. */
function salvageIds({ creates }: AnyEndpoint, text: string | undefined): (string | number)[] {
  if (creates === undefined || text === undefined) return [];
  const { field, form } = typeof creates === "string" ? { field: creates, form: undefined } : creates;
  // A number counts only when it is not cut.
  const value = form === undefined ? '(?:(\\d{1,15})\\s*[,}]|"(\\d{1,15})")' : `()"(${form})"`;
  const found = [...text.matchAll(new RegExp(`"${field}"\\s*:\\s*${value}`, "g"))]
    .slice(0, 100)
    .map(([, number = "", word = ""]) => (form === undefined ? Number(number || word) : word));
  return [...new Set(found)];
}
