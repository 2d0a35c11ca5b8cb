import { expect, test } from "vitest";
import { guideOperations, laterOperations } from "../scripts/vendor-operations.ts";
import * as endpoints from "../src/endpoints/index.js";

test("there is a contract for each operation of the vendor, with its method and path, and no other", () => {
  expect(guideOperations).toHaveLength(63);
  const contracts = Object.values(endpoints).map(({ name, method, path }) => [name, `${method} ${path}`]);
  expect(Object.fromEntries(contracts)).toEqual(Object.fromEntries([...guideOperations, ...laterOperations]));
});
