import { createServer, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { noAuth } from "../../src/auth/header-key.js";
import type { Endpoint } from "../../src/endpoint.js";
import { type FilePart, type Form, multipartForm } from "../../src/multipart.js";
import { sendWithFetch } from "../../src/send/fetch.js";
import { sendWithKy } from "../../src/send/ky.js";
import type { Send } from "../../src/send/types.js";
import { Transport } from "../../src/transport.js";
import { contract } from "./contract.js";

const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251);
const filePart = (more: Partial<FilePart> = {}): FilePart => {
  const data = more.data ?? bytes;
  const size = data instanceof Blob ? data.size : data.length;
  return { name: "scan.pdf", type: "application/pdf", size, data, ...more };
};
const formOf = (fields: Record<string, unknown>): Form => multipartForm(new Map(Object.entries(fields)));
const written = async (form: Form): Promise<string> =>
  (await new Response(form.open(new Headers())).text()).replaceAll(/-{4}form-[0-9a-f-]{36}/g, "BOUNDARY");
/** As a server of any make reads it. */
const read = async (form: Form): Promise<FormData> =>
  await new Response(form.open(new Headers()), { headers: { "content-type": form.contentType } }).formData();

describe("how a form is written", () => {
  test("as browsers do, byte by byte", async () => {
    const form = formOf({ kind: "passport", page: 0, file: filePart({ data: new TextEncoder().encode("%PDF-é") }) });
    expect(await written(form)).toBe(
      [
        "--BOUNDARY",
        'Content-Disposition: form-data; name="kind"',
        "",
        "passport",
        "--BOUNDARY",
        'Content-Disposition: form-data; name="page"',
        "",
        "0",
        "--BOUNDARY",
        'Content-Disposition: form-data; name="file"; filename="scan.pdf"',
        "Content-Type: application/pdf",
        "",
        "%PDF-é",
        "--BOUNDARY--",
        "",
      ].join("\r\n"),
    );
  });

  test("quotes and line breaks of names are escaped, line breaks of texts become CRLF", async () => {
    const form = formOf({
      'a"b\n': "one\ntwo\rthree\r\nfour",
      file: filePart({ name: '"; name="kind\r\n.pdf', data: new Blob(["x"]) }),
    });
    const text = await written(form);
    expect(text).toContain('name="a%22b%0D%0A"\r\n\r\none\r\ntwo\r\nthree\r\nfour\r\n');
    expect(text).toContain('filename="%22; name=%22kind%0D%0A.pdf"\r\n');
  });

  test("the same as the runtime's own form, for names and texts of all kinds", async () => {
    const texts = ["plain", 'say "no"', "王小明.pdf", "a\\b", "%22", "é\u0301", "a;b=c", "--x", "🛂"];
    const own = new FormData();
    for (const text of texts) own.append(text, new File(["x"], text));
    for (const text of texts) own.append(text, text);
    const type = /boundary=(.*)$/.exec(new Response(own).headers.get("content-type") ?? "")?.[1] ?? "";
    const [expected] = [await new Response(own).text()];
    const boundary = /^--(.*)\r\n/.exec(expected)?.[1] ?? type;
    const fields = [
      ...texts.map((text) => [text, filePart({ name: text, type: "", data: new Blob(["x"]) })] as const),
      ...texts.map((text) => [text, text] as const),
    ];
    const ours = await written(multipartForm(fields as never));
    expect(ours.trimEnd()).toBe(expected.replaceAll(boundary, "BOUNDARY").trimEnd());
  });

  test("a name stands once for each element of an array; null and undefined have no form", async () => {
    const form = await read(formOf({ tag: ["a", undefined, "b", null], note: null, other: undefined, kind: "x" }));
    expect([...form]).toEqual([
      ["tag", "a"],
      ["tag", "b"],
      ["kind", "x"],
    ]);
  });

  test("a file without a type is bytes", async () => {
    expect(await written(formOf({ file: filePart({ type: "" }) }))).toContain("Content-Type: application/octet-stream");
  });

  test.each([
    ["bytes", bytes],
    ["a Blob", new Blob([bytes])],
  ])("a file of %s arrives whole, and is the caller's still", async (_, data) => {
    const file = (await read(formOf({ file: filePart({ data }) }))).get("file") as File;
    expect([file.name, file.type]).toEqual(["scan.pdf", "application/pdf"]);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect(bytes[250]).toBe(250);
  });

  test("its size is said before it is read, and it can be read again", async () => {
    const form = formOf({ kind: "é", file: filePart() });
    for (let n = 0; n < 2; n++) expect((await new Response(form.open(new Headers())).bytes()).length).toBe(form.size);
  });

  test("no two forms have the same boundary", () => {
    expect(formOf({}).contentType).not.toBe(formOf({}).contentType);
  });
});

describe("where a runtime would drop the length of a stream", () => {
  afterEach(() => vi.unstubAllGlobals());

  test.each(["Deno/2.9.6", "Cloudflare-Workers", "Mozilla/5.0 (X11; Linux x86_64)", undefined])(
    "%s gets a Blob, which has one",
    async (userAgent) => {
      vi.stubGlobal("navigator", { userAgent });
      const form = formOf({ kind: "passport", file: filePart() });
      const headers = new Headers();
      const body = form.open(headers);
      expect([body instanceof Blob, (body as Blob).size, headers.has("content-length")]).toEqual([
        true,
        form.size,
        false,
      ]);
      expect((await read(form)).get("kind")).toBe("passport");
    },
  );
});

describe.each<[string, Send]>([
  ["ky", sendWithKy],
  ["fetch", sendWithFetch],
])("over a socket, sent by %s", (_, send) => {
  const upload = contract({
    method: "PUT",
    effect: "replace",
    path: "/things",
    encoding: "multipart",
    form: multipartForm,
  }) as unknown as Endpoint<unknown, unknown>;

  /** What the vendor saw of each send; the first `failing` are answered with 503. */
  async function sent(failing: number): Promise<{ headers: IncomingHttpHeaders; body: Buffer }[]> {
    const seen: { headers: IncomingHttpHeaders; body: Buffer }[] = [];
    const server = createServer((request, response) => {
      void buffer(request).then((body) => {
        response.statusCode = seen.push({ headers: request.headers, body }) > failing ? 200 : 503;
        return response.end("{}");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address() as { port: number };
    const transport = new Transport({
      vendor: "vendor",
      baseUrl: { origin: `http://127.0.0.1:${address.port}`, path: "" },
      auth: noAuth,
      readRefusal: () => ({}),
      options: { send },
    });
    try {
      await transport.request(upload, { kind: "passport", file: filePart() });
    } finally {
      server.closeAllConnections();
      server.close();
    }
    return seen;
  }

  test("it goes out with its length, not in chunks", async () => {
    const [{ headers, body } = expect.unreachable()] = await sent(0);
    expect(headers).not.toHaveProperty("transfer-encoding");
    expect(Number(headers["content-length"])).toBe(body.length);
    expect(body.length).toBeGreaterThan(bytes.length);
  });

  test("a resend is the same again", async () => {
    const [first, second] = await sent(1);
    expect(second?.body.equals(first?.body ?? Buffer.from("none"))).toBe(true);
    expect(second?.headers["content-length"]).toBe(first?.headers["content-length"]);
  });
});
