import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";

const size = 300 * 1024 * 1024;

/** A server of bombs on this machine. Runs beside what it is thrown at, so that only that is weighed. */
export async function startBombServer(): Promise<{ readonly url: string; close(): void }> {
  const text = Buffer.concat([Buffer.from('{"a":"'), Buffer.alloc(size, "a"), Buffer.from('"}')]);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 1 };
  const bodies: Readonly<Record<string, readonly [encoding: string | undefined, body: Buffer]>> = {
    gzip: ["gzip", gzipSync(text, { level: 1 })],
    deflate: ["deflate", deflateSync(text, { level: 1 })],
    br: ["br", brotliCompressSync(text, { params })],
    depth: [undefined, Buffer.from(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)],
    keys: [undefined, Buffer.from(`{${Array.from({ length: 1_000_000 }, (_, n) => `"${n.toString(36)}":1`).join()}}`)],
    items: [undefined, Buffer.from(`[${"1,".repeat(5_000_000 - 1)}1]`)],
    union: [undefined, Buffer.from(`[${"{},".repeat(500_000 - 1)}{}]`)],
  };
  const chunk = Buffer.alloc(64 * 1024, "a");
  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? "";
    if (name === "identity") return pour(response, chunk);
    if (name === "drip") return drip(response);
    const [encoding, body] = bodies[name] ?? [undefined, Buffer.from("{}")];
    response.writeHead(200, {
      "content-type": "application/json",
      ...(encoding === undefined ? {} : { "content-encoding": encoding }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** 300 MB of plain text without a declared length. */
function pour(response: ServerResponse, chunk: Buffer): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"a":"');
  let left = size / chunk.length;
  const more = (): void => {
    while (left-- > 0 && !response.destroyed) if (!response.write(chunk)) return void response.once("drain", more);
    response.end('"}');
  };
  more();
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 100);
  response.once("close", () => clearInterval(timer));
}
