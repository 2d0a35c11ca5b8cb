import type { Socket } from "node:net";
import { badUtf8, deepJson, gzipBomb, halfGzip, twice, wideJson, withMembers } from "./fault-bodies.js";
import type { Fault, RequestFaultName } from "./faults.js";

/** A fault with everything that it needs to know. */
export interface Scene extends Fault<RequestFaultName> {
  readonly socket: Socket;
  readonly location: string;
}

/** Answers one request as its fault says. */
export async function playFault(scene: Scene): Promise<void> {
  await plays[scene.name](scene);
}

type Play = (scene: Scene) => void | Promise<void>;

const page = "<!doctype html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>";

const plays: Readonly<Record<RequestFaultName, Play>> = {
  ok: (scene) => write(scene, 200, {}, text(scene)),
  "slow-ok": async (scene) => {
    await pause(scene.afterMs ?? 200, scene.socket);
    write(scene, 200, {}, text(scene));
  },
  "100-continue-then-ok": (scene) => {
    scene.socket.write("HTTP/1.1 100 Continue\r\n\r\n");
    write(scene, 200, {}, text(scene));
  },
  "wrong-content-type-json": (scene) => write(scene, 200, { "content-type": "text/plain" }, text(scene)),
  "fin-after-request": close,
  "rst-after-request": ({ socket }) => void socket.resetAndDestroy(),
  "late-commit": close,
  garbage: (scene) => {
    scene.socket.write("SSH-2.0-OpenSSH_9.6\r\n\x00\x00\x03\x14\r\n\r\n");
    close(scene);
  },
  "cut-header": (scene) => {
    scene.socket.write("HTTP/1.1 200 OK\r\ncontent-type: appl");
    close(scene);
  },
  "cut-body": (scene) => {
    half(scene);
    close(scene);
  },
  "cut-chunked": (scene) => {
    const start = begin(scene);
    const chunk = [`${start.length.toString(16)}\r\n`, start, "\r\n"];
    send(scene, head(200, { "transfer-encoding": "chunked" }), ...chunk);
    close(scene);
  },
  "rst-body": async (scene) => {
    half(scene);
    await pause(30, scene.socket);
    scene.socket.resetAndDestroy();
  },
  "stall-headers": () => undefined,
  "stall-body": (scene) => half(scene),
  "drip-body": ({ socket }) => {
    socket.write(`${head(200, { "transfer-encoding": "chunked" })}1\r\n[\r\n`);
    const drip = setInterval(() => socket.write("1\r\n \r\n"), 100);
    socket.once("close", () => clearInterval(drip));
  },
  "html-200": (scene) => write(scene, 200, { "content-type": "text/html; charset=utf-8" }, page),
  "html-502": (scene) => write(scene, 502, { "content-type": "text/html" }, page),
  "empty-200": (scene) => write(scene, 200, {}, ""),
  "empty-504": (scene) => write(scene, 504, {}, ""),
  "json-500": (scene) => write(scene, 500, {}, '{"error":"internal"}'),
  "json-503": (scene) => write(scene, 503, {}, '{"error":"unavailable"}'),
  "408-close": (scene) => {
    write(scene, 408, { connection: "close" }, '{"error":"request timeout"}');
    close(scene);
  },
  "429": (scene) => write(scene, 429, { "retry-after": "1" }, '{"error":"slow down"}'),
  "429-forever": (scene) => write(scene, 429, { "retry-after": "99999999" }, '{"error":"slow down"}'),
  "429-nonsense": (scene) => write(scene, 429, { "retry-after": "abc" }, '{"error":"slow down"}'),
  "301": redirect,
  "302": redirect,
  "303": redirect,
  "307": redirect,
  "308": redirect,
  "invalid-json": (scene) => write(scene, 200, {}, "{'id': NaN,}"),
  "truncated-json": (scene) => write(scene, 200, {}, begin(scene)),
  "wrong-shape": (scene) => write(scene, 200, {}, '{"quite":{"another":"shape"}}'),
  "duplicate-key": (scene) => write(scene, 200, {}, twice(scene.answer)),
  "unsafe-integer": (scene) => write(scene, 200, {}, withMembers(scene.answer, '"unsafe":9007199254740993')),
  "bad-utf8": (scene) => write(scene, 200, {}, badUtf8(scene.answer)),
  "gzip-cut": async (scene) => write(scene, 200, { "content-encoding": "gzip" }, await halfGzip(scene.answer)),
  "gzip-bomb": async (scene) => write(scene, 200, { "content-encoding": "gzip" }, await gzipBomb()),
  "deep-json": (scene) => write(scene, 200, {}, deepJson()),
  "wide-json": (scene) => write(scene, 200, {}, wideJson()),
  "huge-content-length": (scene) => half(scene, 10_000_000_000),
};

function redirect(scene: Scene): void {
  write(scene, Number(scene.name), { location: scene.location }, "");
}

function close({ socket }: Scene): void {
  socket.end();
}

/** Half of the body under the length of the whole one. */
function half(scene: Scene, length = Buffer.byteLength(text(scene))): void {
  send(scene, head(200, { "content-length": String(length) }), begin(scene));
}

function text(scene: Scene): string {
  return JSON.stringify(scene.answer);
}

/** The first half of the JSON. */
function begin(scene: Scene): Buffer {
  const whole = Buffer.from(text(scene));
  return whole.subarray(0, Math.floor(whole.length / 2));
}

function write(scene: Scene, status: number, headers: Record<string, string>, body: string | Buffer): void {
  const length = typeof body === "string" ? Buffer.byteLength(body) : body.length;
  send(scene, head(status, { ...headers, "content-length": String(length) }), body);
}

/** In one write, so that a close right after it cannot come between. */
function send({ socket }: Scene, ...parts: readonly (string | Buffer)[]): void {
  socket.write(Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part))));
}

function head(status: number, headers: Record<string, string>): string {
  const lines = Object.entries({ "content-type": "application/json", ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `HTTP/1.1 ${status} Fault\r\n${lines.join("")}\r\n`;
}

async function pause(ms: number, socket: Socket): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    // A server that is closed meanwhile must not be kept alive by this.
    socket.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
