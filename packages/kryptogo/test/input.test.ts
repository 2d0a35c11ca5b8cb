import { describe, expect, test } from "vitest";
import {
  type CreateIdvTaskInput,
  type InitIdvMobileInput,
  type InitIdvWebInput,
  type InitIdvWebSumsubInput,
  isInputError,
  type KryptogoClient,
} from "../src/index.js";
import { fixtures } from "../src/testing/index.js";
import { connect, failureOf } from "./support.js";

/** What a call is refused with; fails when anything was sent. */
async function issuesOf(call: (client: KryptogoClient) => Promise<unknown>): Promise<unknown> {
  const { client, seen } = connect(() => ({}));
  const error = await failureOf(call(client));
  expect(seen).toEqual([]);
  return isInputError(error) ? error.issues : error;
}

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const images: CreateIdvTaskInput = { country: "TWN", id_type: "PASSPORT", id_image: png, face_image: png };
const web = fixtures.initIdvWeb.input;
const mobile = fixtures.initIdvMobile.input;
const sumsub: InitIdvWebSumsubInput = { customer_reference: "case-1" };

const create = (change: object) => issuesOf((client) => client.idv.create({ ...images, ...change }));
const initWeb = (change: object) => issuesOf((client) => client.idv.initWeb({ ...web, ...change }));
const initMobile = (change: object) => issuesOf((client) => client.idv.initMobile({ ...mobile, ...change }));
const initWebSumsub = (change: object) => issuesOf((client) => client.idv.initWebSumsub({ ...sumsub, ...change }));

describe("pictures to verify", () => {
  test("need the back of an identity card", async () => {
    const issue = { path: "id_back_image", code: "invalid", expected: "a picture of the back when id_type is ID_CARD" };
    expect(await create({ id_type: "ID_CARD" })).toEqual([issue]);
    expect(await create({ id_type: "ID_CARD", id_back_image: "" })).toEqual([issue]);
  });

  test("need a face", async () => {
    const issue = { path: "face_image", code: "invalid", expected: "a picture here or in id_and_face_image" };
    expect(await create({ face_image: undefined })).toEqual([issue]);
    expect(await create({ face_image: "", id_and_face_image: "" })).toEqual([issue]);
  });

  test.each(["id_mime_type", "id_back_mime_type", "face_mime_type", "id_and_face_mime_type"])(
    "refuse an empty or other %s",
    async (path) => {
      const issue = { path, code: "invalid_value", expected: "one of image/jpeg, image/png" };
      expect(await create({ [path]: "" })).toEqual([issue]);
      expect(await create({ [path]: "image/gif" })).toEqual([issue]);
    },
  );

  test.each([
    ["above 15 MB", new Uint8Array(15 * 1024 * 1024 + 1), "too_large", "at most 15728640 bytes"],
    ["above 15 MB as a Blob", new Blob([new Uint8Array(15 * 1024 * 1024 + 1)]), "too_large", "at most 15728640 bytes"],
    ["above 15 MB as base64", "A".repeat(20 * 1024 * 1024 + 4), "too_large", "at most 15728640 bytes"],
    ["of another format", new TextEncoder().encode("GIF89a"), "invalid_image", "image/jpeg or image/png"],
    ["that are empty", new Uint8Array(), "invalid_image", "image/jpeg or image/png"],
    ["that are no base64", "not base64!", "invalid_base64", "base64 without a data: prefix"],
    ["that are a data URL", "data:image/png;base64,iVBORw0KGgo=", "invalid_base64", "base64 without a data: prefix"],
    ["that are a number", 5, "invalid", "a Blob, bytes, or base64 text"],
  ])("are refused %s", async (_name, picture, code, expected) => {
    expect(await create({ id_image: picture })).toEqual([{ path: "id_image", code, expected }]);
  });

  test("are all looked at", async () => {
    expect(await create({ id_image: "?", face_image: "?" })).toEqual([
      { path: "id_image", code: "invalid_base64", expected: "base64 without a data: prefix" },
      { path: "face_image", code: "invalid_base64", expected: "base64 without a data: prefix" },
    ]);
  });

  test("go out as base64, whatever form they have, up to 15 MB", async () => {
    const { client, seen } = connect(() => ({ idv_task_id: 12, timestamp: 1623859200 }));
    const largest = new Uint8Array(15 * 1024 * 1024);
    largest.set(png);
    await client.idv.create({
      ...images,
      id_back_image: "iVBORw0KGgo=",
      face_image: new Blob([png]),
      id_and_face_image: png.buffer,
    });
    await client.idv.create({ ...images, id_image: largest });
    expect(seen[0]?.body).toEqual({
      country: "TWN",
      id_type: "PASSPORT",
      id_image: "iVBORw0KGgo=",
      id_back_image: "iVBORw0KGgo=",
      face_image: "iVBORw0KGgo=",
      id_and_face_image: "iVBORw0KGgo=",
      id_mime_type: "image/png",
      id_back_mime_type: "image/png",
      face_mime_type: "image/png",
      id_and_face_mime_type: "image/png",
    });
    expect(seen).toHaveLength(2);
  });

  test("are refused under the name of another format, which the vendor would believe", async () => {
    expect(await create({ id_mime_type: "image/jpeg" })).toEqual([
      { path: "id_image", code: "mismatched", expected: "the format that id_mime_type names" },
    ]);
  });
});

describe.each([
  ["create", create],
  ["initWeb", initWeb],
  ["initWebSumsub", initWebSumsub],
  ["initMobile", initMobile],
])("%s", (_name, call) => {
  test("needs a search setting for a search task", async () => {
    expect(await call({ auto_create_dd_task: true, dd_task_search_setting_id: undefined })).toEqual([
      {
        path: "dd_task_search_setting_id",
        code: "invalid",
        expected: "a search setting when auto_create_dd_task is true",
      },
    ]);
  });

  test.each([
    ["expected_birthday", "21.06.1990", { code: "invalid", expected: "a date as YYYY-MM-DD" }],
    ["expected_birthday", "1990-13-01", { code: "invalid", expected: "a date as YYYY-MM-DD" }],
    ["expected_name", "", { code: "too_small", expected: "at least 1" }],
    ["customer_reference", "x".repeat(101), { code: "too_big", expected: "at most 100" }],
    ["customer_reference", "", { code: "too_small", expected: "at least 1" }],
    ["dd_task_search_setting_id", 0, { code: "too_small", expected: "at least 1" }],
    [
      "callback_url",
      "http://myserver.com/x",
      { code: "invalid", expected: "an https URL with a host name, without port and fragment" },
    ],
    [
      "dd_task_callback_url",
      "https://10.0.0.1/x",
      { code: "invalid", expected: "an https URL with a host name, without port and fragment" },
    ],
  ])("refuses %s %s", async (path, value, issue) => {
    expect(await call({ [path]: value })).toEqual([{ path, ...issue }]);
  });
});

describe.each<[string, (change: object) => Promise<unknown>, Partial<InitIdvWebInput | InitIdvMobileInput>[]]>([
  ["initWeb", initWeb, [{ country: "JPN" }, { id_type: "PASSPORT" }]],
  ["initMobile", initMobile, [{ country: "JPN" }]],
])("the card check of %s", (_name, call, elsewhere) => {
  test.each(elsewhere)("is refused with %j", async (change) => {
    const expected = "no value unless country is TWN and id_type is ID_CARD";
    expect(await call(change)).toEqual([
      { path: "tw_id_apply_code", code: "invalid", expected },
      { path: "tw_id_apply_date", code: "invalid", expected },
      { path: "tw_id_issue_site_id", code: "invalid", expected },
    ]);
    expect(await call({ ...change, tw_id_apply_date: undefined, tw_id_issue_site_id: undefined })).toEqual([
      { path: "tw_id_apply_code", code: "invalid", expected },
    ]);
  });

  test("takes seven digits for the date, five for the site and four codes", async () => {
    expect(await call({ tw_id_apply_date: "2018-01-02", tw_id_issue_site_id: "9007", tw_id_apply_code: 4 })).toEqual([
      { path: "tw_id_apply_code", code: "invalid_value", expected: "one of 0, 1, 2, 3" },
      { path: "tw_id_apply_date", code: "invalid", expected: "7 digits" },
      { path: "tw_id_issue_site_id", code: "invalid", expected: "5 digits" },
    ]);
  });
});

describe("a hosted page", () => {
  test("takes a longer success_url than error_url", async () => {
    const url = (length: number) => "https://example.com/".padEnd(length, "x");
    expect(await initWeb({ success_url: url(2048), error_url: url(256) })).toEqual([
      { path: "success_url", code: "too_big", expected: "at most 2047" },
      { path: "error_url", code: "too_big", expected: "at most 255" },
    ]);
  });

  test("is told all that is wrong at once, across fields too", async () => {
    expect(
      await initWeb({ country: "Taiwan", workflow_id: 300, dd_task_search_setting_id: undefined, colour: "red" }),
    ).toEqual([
      { path: "workflow_id", code: "invalid_value", expected: "one of 100, 101, 102, 200, 201, 202" },
      { path: "country", code: "invalid", expected: "a country as ISO 3166-1 alpha-3" },
      { path: "*", code: "unknown_field", expected: "documented fields only" },
      {
        path: "dd_task_search_setting_id",
        code: "invalid",
        expected: "a search setting when auto_create_dd_task is true",
      },
      { path: "tw_id_apply_code", code: "invalid", expected: "no value unless country is TWN and id_type is ID_CARD" },
      { path: "tw_id_apply_date", code: "invalid", expected: "no value unless country is TWN and id_type is ID_CARD" },
      {
        path: "tw_id_issue_site_id",
        code: "invalid",
        expected: "no value unless country is TWN and id_type is ID_CARD",
      },
    ]);
  });

  test("needs a workflow with Jumio and none with Sumsub", async () => {
    expect(await initWeb({ workflow_id: undefined })).toMatchObject([{ path: "workflow_id" }]);
    expect(await initWebSumsub({ workflow_id: 200 })).toMatchObject([{ path: "workflow_id" }]);
  });

  test("passes what was agreed for Sumsub on", async () => {
    const { client, seen } = connect(() => fixtures.initIdvWeb.output);
    await client.idv.initWebSumsub({ ...sumsub, level_name: "basic", locale: "zh-TW" });
    expect(seen).toEqual([
      {
        method: "POST",
        target: "/idv/init",
        body: { customer_reference: "case-1", level_name: "basic", locale: "zh-TW" },
      },
    ]);
  });
});

describe("a search", () => {
  test("of a company has another type than 1", async () => {
    const target = { type: 1, name: "Example Ltd", registration: "12345678" };
    const issues = await issuesOf((client) =>
      client.searchTasks.create({ tasks: [{ search_setting_id: 120, target }] }),
    );
    expect(issues).toMatchObject([{ path: expect.stringContaining("tasks.*.target") as string }]);
  });

  test("needs at least one task, and metadata at least one pair with a key", async () => {
    expect(await issuesOf((client) => client.searchTasks.create({ tasks: [] }))).toMatchObject([
      { path: "tasks", code: "too_small" },
    ]);
    expect(await issuesOf((client) => client.searchTasks.setMetadata({ task_id: 1, metadata: [] }))).toMatchObject([
      { path: "metadata", code: "too_small" },
    ]);
    expect(
      await issuesOf((client) => client.searchTasks.setMetadata({ task_id: 1, metadata: [{ key: "", value: "" }] })),
    ).toMatchObject([{ path: "metadata.*.key", code: "too_small" }]);
  });

  test.each([0, -1, 1.5, "12", "1/../2", Number.NaN])("is not read by the id %s", async (id) => {
    const task_id = id as number;
    expect(await issuesOf((client) => client.searchTasks.getDetail({ task_id }))).toMatchObject([{ path: "task_id" }]);
    expect(await issuesOf((client) => client.idv.get({ idv_id: task_id }))).toMatchObject([{ path: "idv_id" }]);
    expect(await issuesOf((client) => client.kya.get({ kya_id: task_id }))).toMatchObject([{ path: "kya_id" }]);
  });
});

test("metadata that KryptoGO refuses in a success is an error", async () => {
  const { client } = connect(() => ({ code: 1003 }));
  const error = await failureOf(client.searchTasks.setMetadata({ task_id: 1, metadata: [{ key: "a", value: "b" }] }));
  expect(error).toMatchObject({ status: 200, vendorCode: 1003, outcome: "rejected" });
});
