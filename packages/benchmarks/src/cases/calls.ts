import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { kryptogoTransport, type KryptogoClientOptions, sendWithFetch } from "@x/kryptogo";
import { listSearchTasks } from "@x/kryptogo/endpoints";
import { cost, type Figures } from "../measure.ts";
import { stub, text } from "../payload.ts";
import { peer } from "../peers.ts";
import { zodPage } from "../schemas/zod.ts";

/** One call of a client: what it is given is where to call, and by which fetch. */
type MakeCall = (base: string, fetch: typeof globalThis.fetch) => () => Promise<unknown>;

const query = "/tasks?page_size=7&page_number=1";

function ours(options: Partial<KryptogoClientOptions>): MakeCall {
  return (baseUrl, fetch) => {
    const given = { baseUrl, apiKey: "k", ...(fetch === globalThis.fetch ? {} : { fetch }), ...options };
    const transport = kryptogoTransport(given as KryptogoClientOptions);
    return () => transport.request(listSearchTasks, { page_size: 7, page_number: 1 });
  };
}

type Ky = (url: string, options: object) => Promise<Response> & { json(): Promise<unknown> };

/** The floor first; what follows does more, and says so. */
export const calls: Readonly<Record<string, MakeCall>> = {
  "fetch + JSON.parse": (base, fetch) => async () =>
    JSON.parse(await (await fetch(base + query, { headers: { "GOFACT-API-TOKEN": "k" } })).text()) as unknown,
  "ours, bare fetch": ours({ send: sendWithFetch }),
  "ours, bare fetch, off": ours({ send: sendWithFetch, responseValidation: "off" }),
  "ours, ky": ours({}),
  "ours, ky, strict": ours({ responseValidation: "strict" }),
  "ours, ky, off": ours({ responseValidation: "off" }),
  ky: (base, fetch) => {
    const { default: ky } = peer<{ default: Ky }>("ky");
    return () => ky(base + query, { fetch, headers: { "GOFACT-API-TOKEN": "k" } }).json();
  },
  "ky, flat": (base, fetch) => {
    const { default: ky } = peer<{ default: Ky }>("ky");
    const flat = { fetch, retry: 0, timeout: false, throwHttpErrors: false, headers: { "GOFACT-API-TOKEN": "k" } };
    return async () => JSON.parse(await (await ky(base + query, flat)).text()) as unknown;
  },
  "ky + zod": (base, fetch) => {
    const { default: ky } = peer<{ default: Ky }>("ky");
    const schema = zodPage();
    return async () => schema.parse(await ky(base + query, { fetch, headers: { "GOFACT-API-TOKEN": "k" } }).json());
  },
  ofetch: (base, fetch) => {
    const { createFetch } = peer<{ createFetch: (o: object) => (url: string, o: object) => Promise<unknown> }>(
      "ofetch",
    );
    const ofetch = createFetch({ fetch, Headers, AbortController });
    return () => ofetch(base + query, { headers: { "GOFACT-API-TOKEN": "k" } });
  },
  "openapi-fetch": (baseUrl, fetch) => {
    const { default: createClient } = peer<{
      default: (o: object) => { GET(path: string, o: object): Promise<unknown> };
    }>("openapi-fetch");
    const client = createClient({ baseUrl, fetch, headers: { "GOFACT-API-TOKEN": "k" } });
    return () => client.GET("/tasks", { params: { query: { page_size: 7, page_number: 1 } } });
  },
  "hey-api": (baseUrl, fetch) => {
    const { createClient } = peer<HeyApi>("@hey-api/client-fetch");
    const client = createClient({ baseUrl, fetch, headers: { "GOFACT-API-TOKEN": "k" } });
    return () => client.get({ url: "/tasks", query: { page_size: 7, page_number: 1 } });
  },
  "hey-api + zod": (baseUrl, fetch) => {
    const { createClient } = peer<HeyApi>("@hey-api/client-fetch");
    const client = createClient({ baseUrl, fetch, headers: { "GOFACT-API-TOKEN": "k" } });
    const schema = zodPage();
    const responseValidator = async (data: unknown): Promise<unknown> => await schema.parseAsync(data);
    return () => client.get({ url: "/tasks", query: { page_size: 7, page_number: 1 }, responseValidator });
  },
  axios: (baseURL, fetch) => {
    const { default: axios } = peer<{ default: { create(o: object): { get(u: string): Promise<unknown> } } }>("axios");
    const client = axios.create({ baseURL, adapter: "fetch", env: { fetch }, headers: { "GOFACT-API-TOKEN": "k" } });
    return () => client.get(query);
  },
  stripe: (base, fetch) => {
    const Stripe = peer<StripeClass>("stripe");
    const { hostname, port, protocol } = new URL(base);
    const where = { host: hostname, port: port === "" ? 443 : Number(port), protocol: protocol.slice(0, -1) };
    const httpClient = Stripe.createFetchHttpClient(fetch);
    const stripe = new Stripe("sk_test_x", { ...where, httpClient, maxNetworkRetries: 0, telemetry: false });
    return () => stripe.rawRequest("GET", "/v1/tasks?page_size=7");
  },
  openai: (baseURL, fetch) => {
    const { default: OpenAI } = peer<{ default: new (o: object) => { get(path: string): Promise<unknown> } }>("openai");
    const client = new OpenAI({ apiKey: "k", baseURL, fetch, maxRetries: 0 });
    return () => client.get(query);
  },
  plaid: (basePath) => {
    const { PlaidApi, Configuration } = peer<PlaidModule>("plaid");
    const client = new PlaidApi(new Configuration({ basePath }));
    return () => client.institutionsGet({});
  },
  onfido: (basePath) => {
    const { DefaultApi, Configuration } = peer<OnfidoModule>("@onfido/api");
    const configuration = new Configuration({ apiToken: "k" });
    Object.assign(configuration, { basePath });
    const client = new DefaultApi(configuration);
    return () => client.listApplicants();
  },
};

/** Those that send by Node's own HTTP and not by a fetch that they are given. */
export const overSocketsOnly: readonly string[] = ["plaid", "onfido"];

interface PlaidModule {
  Configuration: new (options: object) => object;
  PlaidApi: new (configuration: object) => { institutionsGet(body: object): Promise<unknown> };
}

interface OnfidoModule {
  Configuration: new (options: object) => object;
  DefaultApi: new (configuration: object) => { listApplicants(): Promise<unknown> };
}

interface HeyApi {
  createClient: (options: object) => { get(options: object): Promise<unknown> };
}

interface StripeClass {
  new (key: string, options: object): { rawRequest(method: string, path: string): Promise<unknown> };
  createFetchHttpClient(fetch: unknown): unknown;
}

/** Processor time of one call against a fetch that answers at once. */
export async function stubbed(name: string): Promise<Figures> {
  // As if it were the runtime's own: that is what most programs call by.
  globalThis.fetch = stub;
  return { us: await cost(made(name)("https://bench.example", stub)) };
}

/** Processor time of one call to a server in a process of its own, 16 at a time. */
export async function loopback(name: string): Promise<Figures> {
  const url = process.env["BENCH_SERVER"] ?? "";
  const call = made(name)(url, globalThis.fetch);
  const inFlight = 16;
  const burst = async (calls: number): Promise<void> => {
    let left = calls;
    await Promise.all(
      Array.from({ length: inFlight }, async () => {
        while (left-- > 0) await call();
      }),
    );
  };
  await burst(2000);
  return { us: await cost(() => burst(800), { warm: 0, each: 1, rounds: 7 }).then((all) => all / 800) };
}

/** Serves the page; started by the command in a process of its own. */
export async function serve(): Promise<void> {
  const server = createServer((request, response) => {
    request.resume();
    response
      .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) })
      .end(text);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  console.log((server.address() as AddressInfo).port);
}

function made(name: string): MakeCall {
  const make = calls[name];
  if (make === undefined) throw new Error(`There is no case ${name}.`);
  return make;
}
