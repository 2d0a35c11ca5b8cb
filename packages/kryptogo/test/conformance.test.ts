import { describe, test } from "vitest";
import { conformanceCases } from "@x/core/testing";
import { KryptogoClient } from "../src/client.js";
import * as endpoints from "../src/endpoints/index.js";
import { fixtures } from "../src/testing/fixtures/index.js";

const baseUrl = "https://kryptogo.test/base";

describe("conformance", () => {
  const cases = conformanceCases<KryptogoClient>({
    baseUrl,
    connect: (options) => new KryptogoClient({ baseUrl, apiKey: "a-token-of-nobody", ...options }),
    auth: ["GOFACT-API-TOKEN", "a-token-of-nobody"],
    endpoints: endpoints as never,
    fixtures: fixtures as never,
  });
  for (const { name, run } of cases) test(name, run);
});
