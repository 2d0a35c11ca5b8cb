import { beforeAll, describe, expect, test } from "vitest";
import { loadVendors } from "../src/contracts.ts";
import { documentOf } from "../src/openapi/document.ts";
import type { Json } from "../src/openapi/schemas.ts";
import { faultsOf } from "../src/openapi/validate.ts";

type Document = Record<string, Record<string, Record<string, Json>>>;

describe("the document of a vendor", () => {
  let document: Document;
  beforeAll(async () => {
    const vendor = (await loadVendors()).find(({ id }) => id === "kryptogo");
    document = (await documentOf(vendor!)) as unknown as Document;
  }, 60_000);

  test("says what an operation does and costs, and whether the vendor documents it", () => {
    expect(document["paths"]?.["/task"]?.["post"]).toMatchObject({
      operationId: "createSearchTasks",
      summary: "Starts one search for each target.",
      "x-effect": "create",
      "x-cost": "billed",
      "x-verified": true,
    });
    expect(document["paths"]?.["/kya"]?.["post"]).toMatchObject({ "x-verified": false, "x-resend": "never" });
  });

  test("lists every method that sends it", () => {
    expect(document["paths"]?.["/tasks"]?.["get"]?.["x-methods"]).toEqual(["searchTasks.list", "searchTasks.listAll"]);
  });

  test("has the fields' comments, and names what code names", () => {
    const fields = document["components"]?.["schemas"]?.["NewSearchTask"]?.properties;
    expect(fields?.["search_setting_id"]?.description).toContain("Stored search setting");
    expect(fields?.["target"]?.anyOf).toEqual([
      { $ref: "#/components/schemas/PersonTarget" },
      { $ref: "#/components/schemas/CompanyTarget" },
    ]);
  });

  test("closes what is sent and leaves answers open: a new field of the vendor is no fault of a generated client", () => {
    expect(document["components"]?.["schemas"]?.["NewSearchTask"]).toHaveProperty("additionalProperties", false);
    expect(document["components"]?.["schemas"]?.["CreatedSearchTask"]).not.toHaveProperty("additionalProperties");
  });

  test("both validators see a planted fault", async () => {
    const broken = structuredClone(document);
    Object.assign(broken["paths"]?.["/task"]?.["post"] ?? {}, { responses: { "200": { $ref: "#/nowhere" } } });
    const faults = await faultsOf(broken);
    expect(faults.some((one) => one.startsWith("@readme"))).toBe(true);
    expect(faults.some((one) => one.startsWith("@seriousme"))).toBe(true);
    expect(await faultsOf(document)).toEqual([]);
  });
});
