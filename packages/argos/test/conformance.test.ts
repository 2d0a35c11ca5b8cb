import { describe, test } from "vitest";
import { conformanceCases } from "@x/core/testing";
import { ArgosClient } from "../src/client.js";
import * as endpoints from "../src/endpoints/index.js";
import { fixtures } from "../src/testing/fixtures/index.js";

const baseUrl = "https://argos.test/v3";

describe("conformance", () => {
  const cases = conformanceCases<ArgosClient>({
    baseUrl,
    connect: (options) => new ArgosClient({ baseUrl, apiKey: "a-key-of-nobody", ...options }),
    auth: ["x-api-key", "a-key-of-nobody"],
    endpoints: endpoints as never,
    fixtures,
  });
  for (const { name, run } of cases) test(name, run);
});
