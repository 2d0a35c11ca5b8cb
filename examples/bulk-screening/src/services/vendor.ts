import { FakeKryptogo } from "@x/kryptogo/testing";
import { serve } from "@x/core/testing/node";

/** What the fake vendor's ledger says. */
export interface Ledger {
  readonly billed: number;
  /** References that have more than one task: each is a check that was bought twice. */
  readonly duplicates: number;
  readonly references: number;
  readonly requests: number;
  readonly callbacks: number;
  readonly lost: number;
  readonly repeated: number;
}

/** The fake vendor as a process of its own: it outlives every worker. Its control is beside it, under `/control`. */
const [seed = "1", searchMs = "400", lostShare = "0.05", repeatedShare = "0.1"] = process.argv.slice(2);
let state = Number(seed);
const random = (): number => {
  // Park and Miller: the same seed gives the same run.
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};

const counts = { requests: 0, callbacks: 0, lost: 0, repeated: 0 };
let downUntil = 0;

const fake = new FakeKryptogo({
  points: Number.MAX_SAFE_INTEGER,
  searchMs: Number(searchMs),
  find: (target) => ({
    potential_risk: riskOf(target.name ?? ""),
    sanction_matched: riskOf(target.name ?? "") === 100,
  }),
  deliver,
});

const { url } = await serve(async (request) => {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === "/control/ledger") return Response.json(await ledger());
  if (pathname === "/control/outage") {
    downUntil = Date.now() + Number(searchParams.get("ms"));
    return new Response(null);
  }
  counts.requests++;
  if (Date.now() < downUntil) return new Response("<html>Bad gateway</html>", { status: 502 });
  return await fake.answer(request);
});
process.send?.({ url });

/** Reads the tasks off the vendor's own list, and counts those of each reference. */
async function ledger(): Promise<Ledger> {
  const tasks = new Map<string, number>();
  for (let page = 1; ; page++) {
    const headers = { "GOFACT-API-TOKEN": "test-token" };
    const list = new Request(`${url}/tasks?page_size=1000&page_number=${page}`, { headers });
    const { data } = (await (await fake.answer(list)).json()) as { data: { customer_reference: string }[] };
    for (const { customer_reference: one } of data) tasks.set(one, (tasks.get(one) ?? 0) + 1);
    if (data.length === 0) break;
  }
  const duplicates = [...tasks.values()].filter((times) => times > 1).length;
  return { billed: fake.billed.length, references: tasks.size, duplicates, ...counts };
}

/** Loses some callbacks and repeats some, as vendors do. */
async function deliver(to: string, body: string): Promise<number> {
  counts.callbacks++;
  const luck = random();
  if (luck < Number(lostShare)) {
    counts.lost++;
    return 0;
  }
  if (luck > 1 - Number(repeatedShare)) {
    counts.repeated++;
    void post(to, body).catch(() => undefined);
  }
  return await post(to, body);
}

async function post(to: string, body: string): Promise<number> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(to, { method: "POST", body, headers, signal: AbortSignal.timeout(5000) });
  await answer.body?.cancel();
  return answer.status;
}

/** Most people are of no interest; a few are on a list. */
function riskOf(name: string): number {
  const n = Number(name.match(/\d+$/)?.[0] ?? 0);
  if (n % 500 === 0) return 100;
  return Math.floor(100 * ((n * 0.618_033_988_7) % 1) ** 3);
}

process.on("disconnect", () => process.exit(0));
