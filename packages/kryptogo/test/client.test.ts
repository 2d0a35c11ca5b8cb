import { describe, expect, test } from "vitest";
import { KryptogoClient } from "../src/client.js";
import * as endpoints from "../src/endpoints/index.js";

const seen: string[] = [];
const connect = (options: object): KryptogoClient =>
  new KryptogoClient({
    baseUrl: "https://kryptogo.test",
    apiKey: "a-token",
    fetch: async (input) => {
      seen.push(input instanceof Request ? input.url : `${input}`);
      return Response.json({ kya_id: 1, task_id: 1 });
    },
    ...options,
  });

describe("the client", () => {
  test("names its destination: there is no default environment", () => {
    expect(() => new KryptogoClient({ apiKey: "a-token" } as never)).toThrow(/environment is missing/);
    expect(() => new KryptogoClient({ environment: "sandbox", apiKey: "a-token" } as never)).toThrow(
      /environment is invalid/,
    );
    expect(() => new KryptogoClient({ environment: "production" } as never)).toThrow(/apiKey is missing/);
  });

  test("lets exactly the inferred paths be replaced", async () => {
    const inferred = Object.values(endpoints).filter((endpoint) => endpoint.verified === false);
    expect(
      inferred.map(({ name, path }) => [name, path]).toSorted(([a], [b]) => (a ?? "").localeCompare(b ?? "")),
    ).toEqual([
      ["createKyaTask", "/kya"],
      ["getSearchTaskDetail", "/task/{task_id}/detail"],
    ]);
    const other = connect({ paths: { createKyaTask: "/kya/create", getSearchTaskDetail: "/task/{task_id}" } });
    await other.kya.create({ address: "bc1q" });
    await other.searchTasks.getDetail({ task_id: 7 });
    expect(seen.splice(0)).toEqual(["https://kryptogo.test/kya/create", "https://kryptogo.test/task/7"]);
    expect(() => connect({ paths: { getSearchTaskDetail: "/task" } })).toThrow(/paths.getSearchTaskDetail is invalid/);
    expect(() => connect({ paths: { getIdvTask: "/idv" } })).toThrow(/unknown_operation/);
  });

  test("sends no credential to the user's own backend, which adds it", async () => {
    const headers: (string | null)[] = [];
    const kryptogo = new KryptogoClient({
      baseUrl: "https://backend.test/kryptogo",
      fetch: async (input) => {
        headers.push((input as Request).headers.get("GOFACT-API-TOKEN"));
        return Response.json({ task_id: 1 });
      },
    });
    await kryptogo.searchTasks.getSummary({ task_id: 1 });
    expect(headers).toEqual([null]);
  });
});
