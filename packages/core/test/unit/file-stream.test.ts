import { createServer, type ServerResponse } from "node:http";
import { describe, expect, test, vi } from "vitest";
import { noAuth } from "../../src/auth/header-key.js";
import type { ClientOptions, RequestOptions } from "../../src/client-options.js";
import type { Endpoint } from "../../src/endpoint.js";
import type { FileAnswer } from "../../src/file-answer.js";
import { type FileStream, streamFile } from "../../src/file-stream.js";
import { Concurrency } from "../../src/limits/concurrency.js";
import { sendWithFetch } from "../../src/send/fetch.js";
import { Transport } from "../../src/transport.js";
import { contract } from "./contract.js";

const report = contract({ name: "getReport", answersFile: ["pdf"] }) as unknown as Endpoint<unknown, FileAnswer>;
const text = new TextEncoder();

/** A vendor that answers as it is told, and whether a connection to it is still open. */
async function against<T>(
  answer: (response: ServerResponse) => void,
  use: (open: (more?: RequestOptions) => Promise<FileStream>, vendor: { sends: number; closed: number }) => Promise<T>,
  options: ClientOptions = {},
): Promise<T> {
  const vendor = { sends: 0, closed: 0 };
  const server = createServer((_, response) => {
    vendor.sends++;
    response.on("close", () => vendor.closed++);
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const transport = new Transport({
    vendor: "vendor",
    baseUrl: { origin: `http://127.0.0.1:${port}`, path: "" },
    auth: noAuth,
    readRefusal: () => ({}),
    options: { send: sendWithFetch, ...options },
  });
  try {
    return await use(async (more) => await streamFile(transport, report, { id: 1 }, more), vendor);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const read = async ({ stream }: FileStream): Promise<Uint8Array> => await new Response(stream).bytes();
const drained = async ({ stream }: FileStream): Promise<unknown> => {
  const reader = stream.getReader();
  try {
    while (!(await reader.read()).done);
    return "read to its end";
  } catch (error) {
    return error;
  }
};

describe("a file as a stream", () => {
  test("comes whole, with what its first bytes say it is", async () => {
    const file = new Uint8Array(300_000).fill(7);
    file.set(text.encode("%PDF-1.7"));
    await against(
      (response) => response.writeHead(200, { "content-type": "Application/PDF; x=1" }).end(file),
      async (open) => {
        const opened = await open();
        expect(opened).toMatchObject({ kind: "pdf", mediaType: "application/pdf" });
        expect(await read(opened)).toEqual(file);
      },
    );
  });

  test("is there before it has arrived, also when its first bytes come one by one", async () => {
    let rest: (() => void) | undefined;
    await against(
      (response) => {
        for (const [at, letter] of [..."%PDF-1.7"].entries()) setTimeout(() => response.write(letter), at * 5);
        rest = () => response.end("the rest");
      },
      async (open) => {
        const opened = await open();
        rest?.();
        expect(new TextDecoder().decode(await read(opened))).toBe("%PDF-1.7the rest");
      },
    );
  });

  test.each(["<!DOCTYPE html><html>", '{"message":"not yet"}', "", "%PD"])("is refused when it is %j", async (body) => {
    await against(
      (response) => response.end(body),
      async (open, vendor) => {
        await expect(open()).rejects.toMatchObject({ code: "unexpected_content", status: 200 });
        await vi.waitFor(() => expect(vendor.closed).toBe(vendor.sends));
      },
    );
  });

  test("is asked for again when it broke before its first bytes, and not after them", async () => {
    await against(
      (response) => {
        response.writeHead(200, { "content-length": 100 });
        response.write("%PDF-1.7 and then", () => response.destroy());
      },
      async (open, vendor) => {
        const onError = await drained(await open());
        expect(onError).toMatchObject({ code: "truncated_body" });
        expect(vendor.sends).toBe(1);
      },
    );
    await against(
      (response) => {
        response.writeHead(200, { "content-length": 100 });
        response.write("%P", () => response.destroy());
      },
      async (open, vendor) => {
        await expect(open()).rejects.toMatchObject({ code: "truncated_body" });
        expect(vendor.sends).toBe(3);
      },
    );
  });

  test("has a bound, told before or on the way", async () => {
    const large = `%PDF-1.7${"x".repeat(200_000)}`;
    const bound = { maxResponseBytes: 100_000 };
    await against(
      (response) => response.end(large),
      async (open) => {
        await expect(open()).rejects.toMatchObject({ code: "body_too_large" });
      },
      bound,
    );
    const chunked = (response: ServerResponse): void => {
      response.write(large.slice(0, 1000));
      setTimeout(() => response.end(large), 20);
    };
    await against(
      chunked,
      async (open, vendor) => {
        expect(await drained(await open())).toMatchObject({ code: "body_too_large" });
        await vi.waitFor(() => expect(vendor.closed).toBe(1));
      },
      bound,
    );
  });

  test("ends with the deadline of its call, whether somebody reads it or not", async () => {
    const stalls = (response: ServerResponse): void => void response.write("%PDF-1.7 and no more");
    await against(stalls, async (open, vendor) => {
      const [reads, forgotten] = [await open({ timeout: 150 }), await open({ timeout: 150 })];
      expect(await drained(reads)).toMatchObject({ code: "timeout", phase: "body", timeoutMs: 150 });
      await vi.waitFor(() => expect(vendor.closed).toBe(2));
      expect(await drained(forgotten)).toMatchObject({ code: "timeout" });
    });
  });

  test("ends with the caller's signal, or with a cancel", async () => {
    const stalls = (response: ServerResponse): void => void response.write("%PDF-1.7 and no more");
    await against(stalls, async (open, vendor) => {
      const abort = new AbortController();
      const file = await open({ signal: abort.signal });
      abort.abort();
      expect(await drained(file)).toMatchObject({ code: "aborted", phase: "body" });
      const other = await open();
      await other.stream.cancel();
      await vi.waitFor(() => expect(vendor.closed).toBe(2));
    });
  });

  test("holds its place until it has ended, however it ends", async () => {
    const places = new Concurrency(1);
    const answer = (response: ServerResponse): void => {
      response.write("%PDF-1.7 and");
      setTimeout(() => response.end(" the rest"), 20);
    };
    await against(
      answer,
      async (open) => {
        const file = await open();
        expect(places.running).toBe(1);
        await read(file);
        await vi.waitFor(() => expect(places.running).toBe(0));
        await (await open()).stream.cancel();
        await vi.waitFor(() => expect(places.running).toBe(0));
        await drained(await open({ timeout: 10 }).catch(async () => await open()));
        await vi.waitFor(() => expect(places.running).toBe(0));
      },
      { concurrency: places },
    );
  });

  test("tells its failure to the hooks, once", async () => {
    const onError = vi.fn();
    await against(
      (response) => void response.write("%PDF-1.7 and no more"),
      async (open) => {
        await drained(await open({ timeout: 100 }));
        expect(onError).toHaveBeenCalledTimes(1);
      },
      { hooks: { onError } },
    );
  });
});
