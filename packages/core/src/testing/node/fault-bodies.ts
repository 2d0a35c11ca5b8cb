import { promisify } from "node:util";
import { createGzip, gzip } from "node:zlib";

const compress = promisify(gzip);

/** The JSON with further members at the front of its first object. */
export function withMembers(answer: unknown, members: string): string {
  const json = JSON.stringify(answer);
  const at = json.indexOf("{");
  if (at < 0) return `{"value":${json},${members}}`;
  const comma = json[at + 1] === "}" ? "" : ",";
  return json.slice(0, at + 1) + members + comma + json.slice(at + 1);
}

/** The JSON with each key of each object twice. */
export function twice(answer: unknown): string {
  if (Array.isArray(answer)) return `[${answer.map(twice).join(",")}]`;
  if (typeof answer !== "object" || answer === null) return JSON.stringify(answer);
  const members = Object.entries(answer).map(([key, value]) => `${JSON.stringify(key)}:${twice(value)}`);
  return `{${[...members, ...members].join(",")}}`;
}

/** The JSON with two bytes in it that no UTF-8 text holds. */
export function badUtf8(answer: unknown): Buffer {
  return Buffer.from(withMembers(answer, '"text":"\xc3\x28"'), "latin1");
}

/** Half of the JSON's gzip stream. */
export async function halfGzip(answer: unknown): Promise<Buffer> {
  const whole = await compress(JSON.stringify({ answer, padding: Array.from({ length: 500 }, (_, at) => at * 7919) }));
  return whole.subarray(0, Math.floor(whole.length / 2));
}

/** 100,000 arrays in one another. */
export function deepJson(): string {
  return `{"id":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
}

/** An array of 500,000 numbers. */
export function wideJson(): string {
  return `{"items":[${"1,".repeat(499_999)}1]}`;
}

let bomb: Promise<Buffer> | undefined;

/** 300 MB of zeros inside a JSON string, compressed; made once, at the first use. */
export async function gzipBomb(): Promise<Buffer> {
  bomb ??= makeBomb();
  return await bomb;
}

async function makeBomb(): Promise<Buffer> {
  const stream = createGzip({ level: 9 });
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => stream.once("end", resolve).once("error", reject));
  const megabyte = Buffer.alloc(1_000_000, "0");
  stream.write('{"id":"');
  for (let count = 0; count < 300; count++) await new Promise((resolve) => stream.write(megabyte, resolve));
  stream.end('"}');
  await ended;
  return Buffer.concat(chunks);
}
