import { conformanceCases } from "@x/core/testing";
import { describe, test } from "vitest";
import { VerifyVaspClient } from "../src/client.js";
import * as endpoints from "../src/endpoints/index.js";
import { fixtures } from "../src/testing/fixtures/index.js";

const baseUrl = "https://api.vasp.test/enclave";

describe("conformance", () => {
  const cases = conformanceCases<VerifyVaspClient>({
    baseUrl,
    connect: (options) => new VerifyVaspClient({ baseUrl, headers: { "x-proxy-key": "a-key-of-nobody" }, ...options }),
    auth: ["x-proxy-key", "a-key-of-nobody"],
    endpoints: endpoints as never,
    fixtures: fixtures as never,
  });
  for (const { name, run } of cases) test(name, run);
});
