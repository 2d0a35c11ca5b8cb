import { Writable } from "node:stream";
import { inspect } from "node:util";
import { pino } from "pino";
import * as winston from "winston";

/** Ways to print that runtimes and loggers add to those of Node. */
export function printers(): ((value: unknown) => string)[] {
  // A text is the same in all of them, and each error brings a dozen.
  return [pinoPrinter(), winstonPrinter(), ...own(), walked].map(
    (print) => (value) => (typeof value === "object" && value !== null ? print(value) : String(value)),
  );
}

function pinoPrinter(): (value: unknown) => string {
  const lines: string[] = [];
  const logger = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  return (value) => {
    logger.error(value);
    logger.error({ err: value, error: value }, "failed");
    logger.info({ nested: { value } }, "as a field");
    return lines.splice(0).join("\n");
  };
}

function winstonPrinter(): (value: unknown) => string {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const loggers = [winston.format.json(), winston.format.simple(), winston.format.prettyPrint()].map((last) => {
    const format = winston.format.combine(winston.format.errors({ stack: true, cause: true }), last);
    return winston.createLogger({ level: "silly", format, transports: [new winston.transports.Stream({ stream })] });
  });
  return (value) => {
    for (const logger of loggers) {
      if (value instanceof Error) logger.error(value);
      logger.error("failed", { value, list: [value] });
    }
    if (lines.length === 0) throw new Error("winston wrote nothing");
    return lines.splice(0).join("\n");
  };
}

/** What the runtime itself prints with. */
function own(): ((value: unknown) => string)[] {
  const { Bun, Deno } = globalThis as {
    Bun?: { inspect(value: unknown, options: object): string };
    Deno?: { inspect(value: unknown, options: object): string };
  };
  return [
    ...(Bun === undefined ? [] : [(value: unknown) => Bun.inspect(value, { depth: 100 })]),
    ...(Deno === undefined
      ? []
      : [(value: unknown) => Deno.inspect(value, { depth: 100, showHidden: true, getters: true })]),
  ];
}

/** Every property there is, enumerable or not, that holds a value: what debuggers and error trackers walk. */
function walked(root: unknown): string {
  const seen = new Set<object>();
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string") found.push(value);
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return;
    // The application's own functions and the runtime's globals are not ours to hide.
    if (typeof value === "function" || value === globalThis) return;
    seen.add(value);
    if (value instanceof Map || value instanceof Set) for (const inner of value) walk(inner);
    for (const key of Reflect.ownKeys(value)) {
      found.push(String(key));
      const { value: inner } = Object.getOwnPropertyDescriptor(value, key) ?? {};
      walk(inner);
    }
  };
  walk(root);
  return [...found, inspect(root, { depth: 20, showHidden: true, getters: "get" })].join("\n");
}
