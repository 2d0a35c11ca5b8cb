import * as fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { byTable, fromBase64, toBase64 } from "../../src/base64.js";
import type { Encode } from "../../src/endpoint.js";
import { encodeInput } from "../../src/encode.js";
import { base64Image, imageFormat, type ImageInput, isImageInput } from "../../src/image.js";
import { contract } from "./contract.js";

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6);
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2);
const pdf = new TextEncoder().encode("%PDF-1.7");

async function encoded(image: ImageInput, rules: Partial<Parameters<typeof base64Image>[0]> = {}): Promise<unknown> {
  return await base64Image({ maxBytes: 100, formats: ["image/jpeg", "image/png"], ...rules })(image as never, {});
}

describe("a picture's format", () => {
  test("is read from its first bytes", () => {
    expect(imageFormat(jpeg)).toBe("image/jpeg");
    expect(imageFormat(png)).toBe("image/png");
  });

  test.each([
    ["nothing", Uint8Array.of()],
    ["a JPEG cut after two bytes", jpeg.subarray(0, 2)],
    ["a PNG cut after seven bytes", png.subarray(0, 7)],
    ["a PNG whose line ends were converted", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a, 0)],
    ["a JPEG behind another byte", Uint8Array.of(0, ...jpeg)],
    ["a PDF", pdf],
    ["a GIF", new TextEncoder().encode("GIF89a")],
    ["a page", new TextEncoder().encode("<html>")],
  ])("is not known for %s", (_, bytes) => {
    expect(imageFormat(bytes)).toBeUndefined();
  });
});

describe("a picture is sent as base64", () => {
  const text = "/9j/4AECAwQFBg==";

  test.each<[string, ImageInput]>([
    ["bytes", jpeg],
    ["a Buffer", Buffer.from(jpeg)],
    ["a view into a larger buffer", Uint8Array.of(9, 9, ...jpeg, 9).subarray(2, 12)],
    ["an ArrayBuffer", jpeg.slice().buffer],
    ["a Blob", new Blob([jpeg])],
    ["a File", new File([jpeg], "selfie.jpg", { type: "image/jpeg" })],
    ["base64", text],
  ])("from %s", async (_, image) => {
    expect(isImageInput(image)).toBe(true);
    expect(await encoded(image)).toEqual({ value: text });
  });

  test("whatever type a Blob claims to have", async () => {
    expect(await encoded(new Blob([pdf], { type: "image/jpeg" }))).toEqual({
      issue: { code: "invalid_image", expected: "image/jpeg or image/png" },
    });
  });

  test.each([undefined, null, 5, true, {}, [], [255, 216, 255], new DataView(new ArrayBuffer(4)), new Date(0)])(
    "from nothing else, such as %o",
    (value) => {
      expect(isImageInput(value)).toBe(false);
    },
  );
});

describe("a picture is refused before anything is sent", () => {
  const tooLarge = { issue: { code: "too_large", expected: "at most 10 bytes" } };
  const eleven = Uint8Array.of(...jpeg, 7);

  test.each<[string, ImageInput, ImageInput]>([
    ["bytes", jpeg, eleven],
    ["an ArrayBuffer", jpeg.slice().buffer, eleven.slice().buffer],
    ["a Blob", new Blob([jpeg]), new Blob([eleven])],
    ["base64", toBase64(jpeg), toBase64(eleven)],
  ])("as %s that are one byte too many", async (_, fits, larger) => {
    expect(await encoded(fits, { maxBytes: 10 })).toHaveProperty("value");
    expect(await encoded(larger, { maxBytes: 10 })).toEqual(tooLarge);
  });

  test("without reading a Blob that is too large", async () => {
    const blob = new Blob([new Uint8Array(11)]);
    const read = vi.spyOn(blob, "arrayBuffer");
    expect(await encoded(blob, { maxBytes: 10 })).toEqual(tooLarge);
    expect(read).not.toHaveBeenCalled();
  });

  test("without decoding base64 that is too long", async () => {
    expect(await encoded("!".repeat(1000), { maxBytes: 10 })).toEqual(tooLarge);
  });

  test.each([
    "data:image/jpeg;base64,/9j/4AECAwQFBg==",
    "/9j/4AECAwQFBg",
    "/9j/4AECAwQFBg= ",
    "/9j_4AECAwQFBg==",
    "/9j/4AEC\nAwQFBg==",
    "====",
    "A===",
    "=AAA",
    "selfie.jpg",
    "王王王王",
  ])("as text that is not base64: %j", async (text) => {
    expect(await encoded(text)).toEqual({
      issue: { code: "invalid_base64", expected: "base64 without a data: prefix" },
    });
  });

  test.each<[string, ImageInput]>([
    ["empty bytes", new Uint8Array()],
    ["empty text", ""],
    ["an empty Blob", new Blob([])],
    ["a PDF", pdf],
    ["a PDF as base64", toBase64(pdf)],
  ])("as %s", async (_, image) => {
    expect(await encoded(image)).toEqual({ issue: { code: "invalid_image", expected: "image/jpeg or image/png" } });
  });

  test("as a format that the operation does not take", async () => {
    expect(await encoded(png, { formats: ["image/jpeg"] })).toEqual({
      issue: { code: "invalid_image", expected: "image/jpeg" },
    });
  });
});

test("a picture behind a Blob that is gone by now is refused", async () => {
  const blob = new Blob([jpeg]);
  vi.spyOn(blob, "arrayBuffer").mockRejectedValue(new DOMException("/home/wang/selfie.jpg", "NotReadableError"));
  expect(await encoded(blob)).toEqual({ issue: { code: "unreadable", expected: "a picture that can still be read" } });
});

describe("a picture whose format stands in another field", () => {
  const encode = base64Image({ maxBytes: 100, formats: ["image/jpeg", "image/png"], formatField: "mime_type" });

  test("fills that field in", async () => {
    expect(await encode(png as never, {})).toMatchObject({ also: { mime_type: "image/png" } });
    expect(await encodeInput(contract({ encode: { image: encode } as never }), { image: png })).toEqual({
      input: { image: "iVBORw0KGgoBAg==", mime_type: "image/png" },
    });
  });

  test("agrees with what the caller says of it", async () => {
    expect(await encode(png as never, { mime_type: "image/png" })).toHaveProperty("value");
    expect(await encode(png as never, { mime_type: "image/jpeg" })).toEqual({
      issue: { code: "mismatched", expected: "the format that mime_type names" },
    });
  });
});

describe("base64", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("by table equals the platform's for every length up to 100", () => {
    for (let length = 0; length <= 100; length++) {
      const bytes = Uint8Array.from({ length }, (_, n) => (n * 37 + length * 11) & 255);
      expect(byTable(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    }
  });

  test("equals the platform's for any bytes, by every way", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const expected = Buffer.from(bytes).toString("base64");
        expect(byTable(bytes)).toBe(expected);
        expect(toBase64(bytes)).toBe(expected);
        expect(fromBase64(expected)).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  test("of a view holds the view and not the buffer behind it", () => {
    const view = Uint8Array.of(1, 2, 3, 4, 5, 6).subarray(1, 4);
    expect(byTable(view)).toBe("AgME");
    expect(toBase64(view)).toBe("AgME");
  });

  test("is made without Buffer where there is none", () => {
    vi.stubGlobal("Buffer", undefined);
    expect(toBase64(Uint8Array.of(1, 2, 3, 4))).toBe("AQIDBA==");
  });

  test("is made by the bytes themselves where they can", () => {
    const bytes = Object.assign(Uint8Array.of(1), { toBase64: () => "native" });
    expect(toBase64(bytes)).toBe("native");
  });

  test("of several megabytes is made and read", () => {
    const bytes = new Uint8Array(5_000_000).fill(7);
    expect(Buffer.compare(fromBase64(byTable(bytes)) ?? jpeg, bytes)).toBe(0);
  });

  test("that is none is not read, and never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: fc.constantFrom("A", "=", "+", "/", "-", " ", "z") }),
        ),
        (text) => {
          const bytes = fromBase64(text);
          if (bytes !== undefined) expect(Buffer.from(text, "base64")).toEqual(Buffer.from(bytes));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("encoding an input", () => {
  const upper: Encode = async (value: string) => ({ value: value.toUpperCase() });
  const refuse: Encode = async () => ({ issue: { code: "invalid_image", expected: "image/jpeg" } });
  const withEncode = (encode: Readonly<Record<string, Encode>>) => contract({ encode: encode as never });

  test("leaves it as it is where the contract encodes nothing", async () => {
    const input = { a: 1 };
    expect(await encodeInput(contract(), input)).toEqual({ input });
  });

  test("changes the fields that the contract names, and not the caller's object", async () => {
    const given = { a: "x", b: "y" };
    expect(await encodeInput(withEncode({ a: upper }), given)).toEqual({ input: { a: "X", b: "y" } });
    expect(given).toEqual({ a: "x", b: "y" });
  });

  test("leaves out what the caller left out", async () => {
    expect(await encodeInput(withEncode({ a: upper }), { b: "y" })).toEqual({ input: { b: "y" } });
    expect(await encodeInput(withEncode({ a: upper }), { a: undefined })).toEqual({ input: { a: undefined } });
  });

  test("names every field that cannot be, at once", async () => {
    expect(await encodeInput(withEncode({ a: refuse, b: upper, c: refuse }), { a: 1, b: "y", c: 2 })).toEqual({
      issues: [
        { path: "a", code: "invalid_image", expected: "image/jpeg" },
        { path: "c", code: "invalid_image", expected: "image/jpeg" },
      ],
    });
  });

  test("does not take a field out of the prototype", async () => {
    const planted = Object.prototype as { selfie?: unknown };
    try {
      planted.selfie = "planted";
      const result = (await encodeInput(withEncode({ selfie: upper }), { b: 1 })) as { input: object };
      expect(Object.keys(result.input)).toEqual(["b"]);
    } finally {
      delete planted.selfie;
    }
  });
});
