import { argosCipher, ArgosClient, isSdkError, kycResultOf } from "@x/argos";
import { FakeArgos, forgeArgosCallback } from "@x/argos/testing";
import { ManualClock } from "@x/core/testing";
import { serve } from "@x/core/testing/node";
import { Ledger } from "./ledger.ts";
import { liveTwoDays } from "./people.ts";
import { startReceiver } from "./receiver.ts";

const apiKey = "example-key-0123456789abcdefghijklmnopqr";
const applicants = 48;

/** Prints one fact; returns whether it is as it should be. */
function check(says: string, isSo: boolean): boolean {
  console.log(`  ${isSo ? "✓" : "✗"} ${says}`);
  return isSo;
}

/** Reads the days back and corrects the ledger; returns how many states were wrong or missing. */
async function reconcile(argos: ArgosClient, ledger: Ledger, first: Date, last: Date): Promise<number> {
  let corrected = 0;
  const days = { start_date: first, end_date: last, request_type: "kyc", count: 10 } as const;
  for await (const submission of argos.submissions.listByDateRange(days)) if (ledger.note(submission)) corrected++;
  return corrected;
}

async function main(): Promise<boolean> {
  const clock = new ManualClock(Date.UTC(2026, 0, 5));
  const ledger = new Ledger();
  let argos: ArgosClient | undefined;
  const receiver = await startReceiver(() => argos as ArgosClient, argosCipher(apiKey), ledger);
  const fake = new FakeArgos({ apiKey, clock, encryption: true, webhookUrl: receiver.url });
  const vendor = await serve(fake.answer);
  argos = new ArgosClient({ baseUrl: vendor.url, apiKey, encryption: true });
  try {
    console.log(`${applicants} applicants in two days, everything encrypted`);
    const first = new Date(clock.now());
    await liveTwoDays(fake, clock, applicants);
    const lost = fake.webhooks.filter(({ status }) => status === 0).length;
    console.log(
      `  ${fake.webhooks.length} webhooks, ${lost} of them lost; received: ${JSON.stringify(receiver.counts)}`,
    );
    console.log(`  the ledger by webhooks alone: ${ledger.summary()}`);

    const { body } = forgeArgosCallback("approved", { submission_id: fake.submissions[0]?.submission_id ?? "" });
    const forged = await fetch(receiver.url, { method: "POST", body });
    await forged.body?.cancel();

    console.log("At night");
    // A gateway fails once and the vendor slows us down once; a read waits both out.
    fake.fail("listSubmissions", "html-502");
    fake.fail("listSubmissions", "rate-limit");
    const before = fake.requests.length;
    const corrected = await reconcile(argos, ledger, first, new Date(clock.now()));
    console.log(
      `  ${corrected} of ${ledger.states.size} submissions corrected in ${fake.requests.length - before} requests`,
    );
    console.log(`  the ledger now: ${ledger.summary()}`);

    const again = await reconcile(argos, ledger, first, new Date(clock.now()));
    const truth = fake.submissions.map((one) => [one.submission_id, kycResultOf(one)] as const);
    return [
      check("webhooks were lost, and the ledger was wrong", lost > 0 && corrected > 0),
      check("repeated webhooks did nothing", receiver.counts.repeated > 0),
      check("a forged webhook was refused", forged.status === 400),
      check(
        "the ledger is what ARGOS says",
        truth.every(([id, state]) => ledger.states.get(id) === state),
      ),
      check("every submission is in it", ledger.states.size === applicants),
      check("a second night corrects nothing", again === 0),
    ].every(Boolean);
  } finally {
    await vendor.close();
    await receiver.close();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  // An error of the library may be printed whole: it holds no credential and no person.
  console.error(isSdkError(error) ? error : error instanceof Error ? error.message : "The example failed.");
  process.exitCode = 1;
}
