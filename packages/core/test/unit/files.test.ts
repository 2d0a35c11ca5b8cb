import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileKind } from "../../src/file-answer.js";
import { Transport } from "../../src/transport.js";
import type { FilePart } from "../../src/multipart.js";
import { type Upload, uploadFile } from "../../src/upload.js";
import { noAuth } from "../../src/auth/header-key.js";
import type { Endpoint } from "../../src/endpoint.js";
import { sendWithFetch } from "../../src/send/fetch.js";
import { contract } from "./contract.js";

const pdf = new TextEncoder().encode("%PDF-1.7 \u00e9 not text at all");
const report = contract({ name: "getReport", answersFile: ["pdf"] }) as unknown as Endpoint<unknown, unknown>;

function vendor(answer: (request: Request) => Response | Promise<Response>, maxResponseBytes?: number): Transport {
  return new Transport({
    vendor: "vendor",
    baseUrl: { origin: "https://vendor.test", path: "" },
    auth: noAuth,
    readRefusal: () => ({}),
    options: {
      send: sendWithFetch,
      fetch: async (input, init) => await answer(new Request(input, init)),
      ...(maxResponseBytes === undefined ? {} : { maxResponseBytes }),
    },
  });
}

describe("an answer that is a file", () => {
  test("comes as its bytes, whatever media type it claims", async () => {
    const portal = vendor(() => new Response(pdf, { headers: { "content-type": "Application/Octet-Stream; x=1" } }));
    expect(await portal.request(report, { id: 1 })).toEqual({
      bytes: pdf,
      kind: "pdf",
      mediaType: "application/octet-stream",
    });
  });

  test.each(["<!DOCTYPE html><html>", '{"message":"not yet"}', "", "%PD"])("is refused when it is %j", async (body) => {
    const portal = vendor(() => new Response(body, { headers: { "content-type": "application/pdf" } }));
    await expect(portal.request(report, { id: 1 })).rejects.toMatchObject({ code: "unexpected_content", status: 200 });
  });

  test("may be larger than other answers, up to 50 MiB, and the limit is the caller's to set", async () => {
    const large = new Uint8Array(11 * 1024 * 1024);
    large.set(pdf);
    const answer = (): Response => new Response(large);
    expect(await vendor(answer).request(report, { id: 1 })).toMatchObject({ kind: "pdf" });
    await expect(vendor(answer, 1000).request(report, { id: 1 })).rejects.toMatchObject({ code: "body_too_large" });
  });

  test("is asked for as anything, and an error is still read as JSON", async () => {
    const seen: (string | null)[] = [];
    const portal = vendor((request) => {
      seen.push(request.headers.get("accept"));
      return Response.json({}, { status: 409 });
    });
    await expect(portal.request(report, { id: 1 })).rejects.toMatchObject({ code: "conflict", status: 409 });
    expect(seen).toEqual(["*/*"]);
  });

  test("is known by its first bytes", () => {
    const kinds = ["pdf", "png", "jpeg", "tiff", "zip"] as const;
    expect(fileKind(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), kinds)).toBe("png");
    expect(fileKind(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), kinds)).toBe("jpeg");
    expect(fileKind(new Uint8Array([0x49, 0x49, 0x2a, 0]), kinds)).toBe("tiff");
    expect(fileKind(pdf, ["png"])).toBeUndefined();
  });
});

describe("an upload", () => {
  const encode = uploadFile({ maxBytes: 1000, types: ["application/pdf", "image/png"] });
  const encoded = async (file: Upload): Promise<unknown> => {
    const result = await encode(file as never, {});
    return "issue" in result ? result.issue : result.value;
  };
  const folder = mkdtemp(join(tmpdir(), "upload-"));

  test.each<[string, () => Promise<Upload> | Upload, string]>([
    ["a File", () => new File([pdf], "a.pdf", { type: "application/pdf" }), "a.pdf"],
    ["a Blob without a name", () => new Blob([pdf], { type: "application/pdf" }), "file"],
    ["bytes with a name", () => ({ data: pdf, name: "b.PDF" }), "b.PDF"],
    [
      "a path",
      async () => {
        const path = join(await folder, "c.pdf");
        await writeFile(path, pdf);
        return { path };
      },
      "c.pdf",
    ],
  ])("is %s", async (_, make, name) => {
    const { data, ...file } = (await encoded(await make())) as FilePart;
    expect(file).toEqual({ name, type: "application/pdf", size: pdf.length });
    expect(data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data).toEqual(pdf);
  });

  test("hands bytes on without copying them", async () => {
    expect(((await encoded({ data: pdf, name: "b.pdf" })) as FilePart).data).toBe(pdf);
  });

  test.each<[string, Upload, object]>([
    ["empty", { data: new Uint8Array(), name: "a.pdf" }, { code: "too_small" }],
    ["too large", { data: new Uint8Array(1001), name: "a.pdf" }, { code: "too_big", expected: "at most 1000 bytes" }],
    ["of another type", { data: pdf, name: "a.exe" }, { code: "invalid" }],
    ["named with a line break", { data: pdf, name: "a.pdf\r\nX-Evil: 1" }, { code: "invalid" }],
    ["named with a NUL", { data: pdf, name: "a.exe\0.pdf" }, { code: "invalid" }],
    ["named as a path", { data: pdf, name: "../../private-name.pdf" }, { code: "invalid" }],
    ["named as a Windows path", { data: pdf, name: "..\\private-name.pdf" }, { code: "invalid" }],
    ["named as a folder", { data: pdf, name: ".." }, { code: "invalid" }],
    ["named with half a character", { data: pdf, name: "private-name\ud800.pdf" }, { code: "invalid" }],
    ["named with 256 characters", { data: pdf, name: `${"a".repeat(252)}.pdf` }, { code: "invalid" }],
    [
      "of a type that would begin a header",
      { data: pdf, name: "a.pdf", type: "application/pdf\r\nX: 1" },
      { code: "invalid" },
    ],
    ["not there", { path: "/nowhere/private-name.pdf" }, { code: "unreadable" }],
  ])("that is %s is refused, without its name", async (_, file, issue) => {
    const refused = await encoded(file);
    expect(refused).toMatchObject(issue);
    expect(JSON.stringify(refused)).not.toMatch(/private-name|a\.exe/);
  });
});

describe("what a contract may say of a body", () => {
  const sent = async (facts: Parameters<typeof contract>[0], input: unknown): Promise<Request> => {
    const seen: Request[] = [];
    const portal = vendor((request) => (seen.push(request), Response.json({})));
    await portal.request(contract({ method: "POST", ...facts }) as unknown as Endpoint<unknown, unknown>, input);
    return seen[0] ?? expect.unreachable();
  };

  test("a placeholder is said again, a field is kept back, a constant is added", async () => {
    const facts = { repeats: ["id"], omits: ["kind"], adds: { isCompany: true } } as never;
    const request = await sent(facts, { id: 7, kind: "x", name: "n" });
    expect([request.url, await request.json()]).toEqual([
      "https://vendor.test/things/7",
      { id: 7, name: "n", isCompany: true },
    ]);
  });

  test("a body may be an empty object, or a form", async () => {
    expect(await (await sent({ bodyAlways: true }, { id: 7 })).text()).toBe("{}");
    expect(await (await sent({ encoding: "form" }, { id: 7, a: "b c", d: 1 })).text()).toBe("a=b+c&d=1");
  });

  test("an answer may be empty, and may be brought into its documented form", async () => {
    const empty = contract({ mayBeEmpty: true }) as unknown as Endpoint<unknown, unknown>;
    expect(await vendor(() => new Response(null)).request(empty, { id: 7 })).toBeUndefined();
    const wrapped = contract({ decode: (body) => (body as { items: unknown }).items });
    const portal = vendor(() => Response.json({ items: [1] }));
    expect(await portal.request(wrapped as unknown as Endpoint<unknown, unknown>, { id: 7 })).toEqual([1]);
  });

  test("some statuses are final although others of their kind are not", async () => {
    let sends = 0;
    const search = contract({ effect: "query", method: "POST", final: [500] }) as unknown as Endpoint<unknown, unknown>;
    for (const [status, expected] of [
      [500, 1],
      [503, 2],
    ] as const) {
      sends = 0;
      const call = vendor(() => (sends++, new Response("", { status }))).request(search, { id: 7 });
      await expect(call).rejects.toMatchObject({ status });
      expect(sends).toBe(expected);
    }
  });
});

describe("a look before a create", () => {
  const create = (before: () => Promise<unknown>, seen: unknown[]): Endpoint<unknown, unknown> =>
    contract({
      method: "POST",
      effect: "create",
      cost: "billed",
      lookup: {
        before,
        find: async (_: never, { noted }: { noted?: unknown }) => (seen.push(noted), { kind: "unclear" as const }),
      },
    }) as unknown as Endpoint<unknown, unknown>;

  test("is handed to the look-up, and what proves nothing in the end is told as unclear", async () => {
    const seen: unknown[] = [];
    const portal = vendor(() => new Response("", { status: 504 }));
    const error = await portal
      .request(
        create(async () => new Set([1, 2]), seen),
        { id: 1 },
      )
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "outcome_unknown" });
    const reconcile = (error as { reconcile: (o: object) => Promise<unknown> }).reconcile.bind(error);
    expect(await reconcile({ settleMs: 0 })).toEqual({ status: "unclear" });
    expect(seen).toEqual([new Set([1, 2])]);
  });

  test("that fails leaves the create unsent", async () => {
    let sends = 0;
    const portal = vendor(() => (sends++, new Response("", { status: 502 })));
    const failing = create(async () => await portal.request(contract({ effect: "query" }) as never, { id: 1 }), []);
    await expect(portal.request(failing, { id: 1 })).rejects.toMatchObject({ code: "server", outcome: "not_sent" });
    expect(sends).toBe(2);
  });
});
