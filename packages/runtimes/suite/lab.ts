import { createHash } from "node:crypto";
import { ArgosClient } from "@x/argos";
import { FakeArgos, fakeArgosKey } from "@x/argos/testing";
import { type FaultName, faultNames, type FaultServer, serve, startFaultServer } from "@x/core/testing/node";
import { KryptogoClient } from "@x/kryptogo";
import { FakeKryptogo, fixtures } from "@x/kryptogo/testing";
import { KycPortalClient } from "@x/kyc-portal";
import { FakeKycPortal } from "@x/kyc-portal/testing";
import { FakeEnclave } from "@x/verifyvasp-kyt/testing";
import { vectors } from "./vectors.ts";

/** Where everything is, as the probe is told. Plain JSON. */
export interface LabMap {
  /** The fake vendors. In a browser they stand behind the page's own backend, which adds the credentials. */
  readonly vendors: Readonly<Record<"kryptogo" | "portal" | "argos" | "sealedArgos" | "verifyvasp", string>>;
  readonly keys: { readonly kryptogo: string; readonly argos: string };
  /** A server for each fault. */
  readonly faults: Readonly<Record<string, string>>;
  /** A server for each redirect, pointing at another origin. */
  readonly redirects: Readonly<Record<string, string>>;
  /** Servers that close or reset a kept connection after they have read a whole POST. */
  readonly resends: Readonly<Record<string, string>>;
  readonly resendTries: number;
  /** Records that were there before. */
  readonly there: Seeded;
  readonly vectors: typeof vectors;
}

/** Records that a page can read without ordering anything. */
interface Seeded {
  readonly task: number;
  readonly case: number;
  readonly submission: string;
  readonly sealedSubmission: string;
}

/** What the servers saw. */
export interface LabReport {
  /** SHA-256 of the pictures that were uploaded. */
  readonly images: Readonly<Record<string, string>>;
  /** Requests by fault and method. */
  readonly faults: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly redirects: Readonly<Record<string, number>>;
  /** Connections to the origin that redirects point at. */
  readonly elsewhere: number;
  readonly resends: Readonly<Record<string, ResendLedger>>;
}

/** What a server saw that breaks kept connections. */
export interface ResendLedger {
  /** POSTs that were read to their last byte. */
  readonly posts: number;
  /** Those that came on a connection which had served before: only these try anything. */
  readonly onKept: number;
}

/** Everything that one runtime talks to. */
export interface Lab {
  readonly map: LabMap;
  report(): LabReport;
  close(): Promise<void>;
}

const statuses = ["301", "302", "303", "307", "308"] as const;
const breaks = { fin: "fin-after-request", rst: "rst-after-request" } as const;

/** Starts the fake vendors and everything that breaks, on this machine. */
export async function startLab(resendTries: number): Promise<Lab> {
  const fakes = {
    kryptogo: new FakeKryptogo({ searchMs: 0, verificationMs: 0 }),
    portal: new FakeKycPortal({ buildMs: 0, reportMs: 0, searchScale: 0 }),
    argos: new FakeArgos(),
    sealedArgos: new FakeArgos({ encryption: true }),
    verifyvasp: new FakeEnclave(),
  };
  const images: Record<string, string> = {};
  const vendors = await mapped(fakes, async (fake) => await serve(noting(fake.answer, images)));
  const faults = await mapped(byName(faultNames), async (name) => await startFaultServer({ script: name, answer }));
  const elsewhere = await startFaultServer();
  const location = `${elsewhere.url}/elsewhere`;
  const redirects = await mapped(byName(statuses), async (name) => await startFaultServer({ script: name, location }));
  const resends = await mapped(breaks, async (name) => await startFaultServer({ answer, script: onlyPosts(name) }));
  const servers = [vendors, faults, redirects, resends].flatMap((group) => Object.values(group));
  return {
    map: {
      vendors: urls(vendors),
      keys: { kryptogo: "test-token", argos: fakeArgosKey },
      faults: urls(faults),
      redirects: urls(redirects),
      resends: urls(resends),
      resendTries,
      there: await seed(urls(vendors)),
      vectors,
    },
    report: () => ({
      images,
      faults: each(faults, ({ ledger }) => ({
        GET: ledger.filter(({ method }) => method === "GET").length,
        POST: ledger.filter(({ method }) => method === "POST").length,
      })),
      redirects: each(redirects, ({ ledger }) => ledger.length),
      elsewhere: elsewhere.connections.opened,
      resends: each(resends, resendLedger),
    }),
    async close() {
      await Promise.all([...servers, elsewhere].map(async (server) => await server.close()));
    },
  };
}

/** Puts one record into each vendor. */
async function seed(vendors: LabMap["vendors"]): Promise<Seeded> {
  const kryptogo = new KryptogoClient({ baseUrl: vendors.kryptogo, apiKey: "test-token" });
  const credential = { clientId: "test-client", clientSecret: "test-secret" };
  const portal = new KycPortalClient({ baseUrl: vendors.portal, ...credential });
  const argos = new ArgosClient({ baseUrl: vendors.argos, apiKey: fakeArgosKey });
  const sealed = new ArgosClient({ baseUrl: vendors.sealedArgos, apiKey: fakeArgosKey, encryption: true });
  const target = { type: 1, name: "王又曾" } as const;
  const tasks = [{ search_setting_id: 1, target, customer_reference: "there" }];
  const company = { rawname: "EXAMPLE CREAMERY LIMITED", codeiso31662: "GB", externalCode: "00999001" };
  const [created] = await kryptogo.searchTasks.create({ tasks });
  const { caseDetail } = await portal.companies.create(company);
  return {
    task: created?.task_id ?? 0,
    case: caseDetail.details.common.caseCommonId,
    submission: (await argos.submissions.create(applicant)).submissionId,
    sealedSubmission: (await sealed.submissions.create(applicant)).submissionId,
  };
}

const applicant = {
  admin: "admin@example.com",
  email: "applicant@example.com",
  fullName: "Hong Gildong",
  birthDate: "1990-01-31",
  kycStatus: "approved",
  idType: "passport",
  issuingCountry: "KOR",
} as const;

/** A vendor that also notes which pictures it was sent, as base64 or in a form. */
function noting(answer: (request: Request) => Promise<Response>, images: Record<string, string>): typeof answer {
  return async (request) => {
    const isForm = request.headers.get("content-type")?.startsWith("multipart/") === true;
    const fields = /\/(?:idv|submission\/image)$/.test(new URL(request.url).pathname)
      ? Object.entries<unknown>(
          isForm ? Object.fromEntries(await request.clone().formData()) : await request.clone().json(),
        )
      : [];
    for (const [name, value] of fields.filter(([one]) => /image$/i.test(one))) {
      const bytes = value instanceof Blob ? await value.arrayBuffer() : Buffer.from(String(value), "base64");
      images[name] = createHash("sha256").update(new Uint8Array(bytes)).digest("hex");
    }
    return await answer(request);
  };
}

/** Answers of the two operations that meet the faults. */
function answer({ method }: { readonly method: string }): unknown {
  return method === "GET" ? fixtures.getSearchTaskSummary.output : fixtures.createKyaTask.output;
}

function onlyPosts(fault: "fin-after-request" | "rst-after-request") {
  return ({ method }: { readonly method: string }): "ok" | typeof fault => (method === "POST" ? fault : "ok");
}

function resendLedger({ ledger }: FaultServer): ResendLedger {
  const served = new Set<number>();
  let posts = 0;
  let onKept = 0;
  for (const { method, connection } of ledger) {
    if (method === "POST") posts++;
    if (method === "POST" && served.has(connection)) onKept++;
    served.add(connection);
  }
  return { posts, onKept };
}

function byName<Name extends string>(names: readonly Name[]): Record<Name, Name> {
  return Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
}

function urls<Key extends string>(servers: Readonly<Record<Key, { readonly url: string }>>): Record<Key, string> {
  return each(servers, ({ url }) => url);
}

function each<Key extends string, From, To>(
  from: Readonly<Record<Key, From>>,
  make: (one: From) => To,
): Record<Key, To> {
  return Object.fromEntries(Object.entries<From>(from).map(([key, one]) => [key, make(one)])) as Record<Key, To>;
}

async function mapped<Key extends string, From, To>(
  from: Readonly<Record<Key, From>>,
  make: (one: From) => Promise<To>,
): Promise<Record<Key, To>> {
  const made = Object.entries<From>(from).map(async ([key, one]) => [key, await make(one)] as const);
  return Object.fromEntries(await Promise.all(made)) as Record<Key, To>;
}

export type { FaultName };
