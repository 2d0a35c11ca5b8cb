import { expect, test } from "vitest";
import { CallbackError } from "@x/core/callbacks";
import { argosCipher, DecryptionError } from "../src/index.js";
import { openArgosCallback } from "../src/callbacks/index.js";
import { key } from "./support.js";

const cipher = argosCipher(key, { encoding: "base64url" });

// Anybody can send a webhook. Looked for with `=+$`, this padding took half a minute.
test("a webhook of 250 KB of padding is refused at once", { timeout: 5000 }, async () => {
  const sealed = `${"=".repeat(250_000)}x`;
  await expect(openArgosCallback(JSON.stringify({ data: sealed, isEncrypted: true }), cipher)).rejects.toThrow(
    CallbackError,
  );
  await expect(cipher.decrypt(sealed)).rejects.toThrow(DecryptionError);
});

test("a text opens with its padding and without", async () => {
  for (const json of ['{"a":1}', '{"a":12}', '{"a":"a text that is longer than a block"}']) {
    const sealed = await cipher.encrypt(json);
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(await cipher.decrypt(sealed)).toBe(json);
    expect(await cipher.decrypt(sealed.padEnd(Math.ceil(sealed.length / 4) * 4, "="))).toBe(json);
  }
});
