import { describe, expect, test } from "vitest";
import { keyTransport } from "../../src/configure.js";
import { contract } from "./contract.js";

const parts = {
  vendor: "vendor",
  environments: { sandbox: "https://sandbox.vendor.test" },
  keyHeader: "x-api-key",
  readRefusal: () => ({}),
};
type Creates = string | { readonly field: string; readonly form: string };
const word: Creates = { field: "thing_id", form: "[0-9a-z]{10,24}" };

/** What is saved out of a broken answer to a create. */
async function savedOf(creates: Creates, body: string): Promise<unknown> {
  const fetch = async (): Promise<Response> => new Response(body);
  const transport = keyTransport(parts, { environment: "sandbox", apiKey: "key-1", fetch });
  const create = contract({ name: "createThing", method: "POST", path: "/things", effect: "create", creates });
  const error: unknown = await transport.request(create as never, {} as never).catch((e: unknown) => e);
  expect(error).toMatchObject({ outcome: "created_unreadable" });
  return (error as { createdIds?: unknown }).createdIds;
}

describe("of an answer that cannot be read", () => {
  test.each([
    ['{"thing_id": 4107, "name"', [4107]],
    ['{"thing_id":"4107","name"', [4107]],
    ['[{"thing_id":7},{"thing_id":8},{"thing_id":7}', [7, 8]],
  ])("ids are saved: %s", async (body, ids) => {
    expect(await savedOf("thing_id", body)).toEqual(ids);
  });

  test.each([
    ["a number that may be cut", '{"thing_id": 41'],
    ["a passport", '{"thing_id":"A298765431","name"'],
    ["a day of birth", '{"thing_id":"1971-02-13","name"'],
    ["a name", '{"thing_id":"Ann","name"'],
    ["a number that would be rounded", '{"thing_id":1234567890123456,"name"'],
    ["another field's number", '{"other_thing_id":4107,"name"'],
  ])("%s is not", async (_name, body) => {
    expect(await savedOf("thing_id", body)).toBeUndefined();
  });

  test("a word is saved when it has the form of such ids, and stays a text", async () => {
    expect(await savedOf(word, '{"thing_id":"6xx28lo115832","a"')).toEqual(["6xx28lo115832"]);
    expect(await savedOf(word, '{"thing_id":"1234567890","a"')).toEqual(["1234567890"]);
    expect(await savedOf(word, '{"thing_id":"A298765431","a"')).toBeUndefined();
    expect(await savedOf(word, '{"thing_id":"6xx28lo11583')).toBeUndefined();
    expect(await savedOf(word, '{"thing_id":1234567890,"a"')).toBeUndefined();
  });
});
