import { describe, expect, test } from "vitest";
import { conformanceCases } from "@x/core/testing";
import { KycPortalClient } from "../src/client.js";
import * as endpoints from "../src/endpoints/index.js";
import { inferredPaths } from "../src/models/inferredPaths.js";
import { fixtures } from "../src/testing/fixtures/index.js";

const baseUrl = "https://portal.test/base";

/** Answers the client's own token request, so that an operation's drill sees the operation alone. */
function withToken(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const isOwn = request.url === `${baseUrl}/connect/token` && (await request.clone().text()).includes("drill-client");
    if (!isOwn) return await fetch(request);
    return Response.json({ access_token: "a-token-of-nobody", token_type: "Bearer", expires_in: 600 });
  };
}

describe("conformance", () => {
  const cases = conformanceCases<KycPortalClient>({
    baseUrl,
    connect: ({ fetch, ...options }) =>
      new KycPortalClient({
        baseUrl,
        clientId: "drill-client",
        clientSecret: "drill-secret",
        fetch: withToken(fetch),
        ...options,
      }),
    auth: ["authorization", "Bearer a-token-of-nobody"],
    endpoints: endpoints as never,
    fixtures,
  });
  for (const { name, run } of cases) test(name, run);
});

test("every operation whose path or body is inferred, and no other, takes another path at construction", () => {
  const inferred = Object.values(endpoints).filter((endpoint) => endpoint.verified === false);
  expect(Object.fromEntries(inferred.map(({ name, path }) => [name, path]))).toEqual(inferredPaths);
});
