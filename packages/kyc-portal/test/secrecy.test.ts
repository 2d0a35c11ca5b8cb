import { type AnyFixture } from "@x/core/testing";
import { secrecyCases, type SecrecyOptions } from "@x/core/testing/node";
import { describe, test } from "vitest";
import { KycPortalClient, sendWithFetch } from "../src/index.js";
import { fixtures } from "../src/testing/fixtures/index.js";

const canaries = {
  clientSecret: "canary-SECRET-7f3a9b2c",
  token: "canary-TOKEN-1b2c3d4e",
  name: "金絲雀小姐",
  email: "canary-lady@example.com",
  phone: "+448888877777",
  birthday: "1971-02-13",
  file: "canary-file-bytes-55aa",
  code: "CANARY-ACCESS-0001",
  accessCode: "CANARY-ACCESS-0001",
};
const pdf = new File([`%PDF-1.4\n${canaries.file}`], `${canaries.name}.pdf`, { type: "application/pdf" });

function withPerson(field: string, value: unknown): unknown {
  if (value instanceof Blob) return pdf;
  if (typeof value !== "string") return undefined;
  if (field === "client_secret") return canaries.clientSecret;
  if (field === "email") return canaries.email;
  if (field === "phone") return canaries.phone;
  if (field === "birthDate") return canaries.birthday;
  return /^(?:\w*name|query|note|data|dataType|address\w*|documents|role|field|value)$/i.test(field)
    ? canaries.name
    : undefined;
}

type Options = SecrecyOptions<KycPortalClient, "fetch" | "ky">;

function connect({ fetch, hooks, timeout, sender }: Options): KycPortalClient {
  return new KycPortalClient({
    baseUrl: "https://portal.test",
    clientId: "client-1",
    clientSecret: canaries.clientSecret,
    timeout,
    fetch,
    hooks,
    ...(sender === "fetch" ? { send: sendWithFetch } : {}),
  });
}

/** A client that gets its token, and the answer to the read before a create; what comes then fails. */
function connectSignedIn(options: Options): KycPortalClient {
  const { fetch, fixture } = options;
  return connect({
    ...options,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const line = `${request.method} ${new URL(request.url).pathname}`;
      if (line === fixture.before?.request) return Response.json(fixture.before.answer);
      if (line !== "POST /connect/token" || fixture.endpoint.name === "getToken") return await fetch(request);
      return Response.json({ access_token: canaries.token, token_type: "Bearer", expires_in: 600 });
    },
  });
}

const shared = { canaries, planted: { key: "token", name: "name", id: "email" }, withPerson } as const;
const operations: Readonly<Record<string, AnyFixture<KycPortalClient>>> = fixtures;
// The sender is the same for all of them, so a few are enough for the other one.
const few = Object.fromEntries(Object.entries(operations).filter((_, at) => at % 8 === 0));

describe.each([
  ["an operation that fails", { connect: connectSignedIn, senders: ["fetch"], fixtures: operations }],
  ["an operation that fails", { connect: connectSignedIn, senders: ["ky"], fixtures: few }],
  // Each of the 24 failures and 2 wrong inputs has to be an error.
  [
    "a token endpoint that fails",
    { connect, senders: ["fetch"], fixtures: { listCompanies: fixtures.listCompanies }, errorsEach: 26 },
  ],
] as const)("secrecy of %s", (_, parts) => {
  const cases = secrecyCases<KycPortalClient, "fetch" | "ky", keyof typeof canaries>({ ...shared, ...parts });
  for (const { name, run } of cases) test(name, run);
});
