import { randomBytes } from "node:crypto";
import { serve } from "@x/core/testing/node";
import { isSdkError, VerifyVaspClient } from "@x/verifyvasp-kyt";
import { FakeEnclave } from "@x/verifyvasp-kyt/testing";
import { startBackend } from "./backend.ts";
import { fact, good, step } from "./terminal.ts";
import { type Ending, withdraw, type Withdrawal } from "./withdraw.ts";

/** The fake finds what the end of an address says. */
const withdrawals: readonly (Withdrawal & { readonly ending: Ending })[] = [
  { name: "Sample", address: "0xb0bFf9721871e22653358956cf59a5FdBF3D752F", amount: "0.024", ending: "sent" },
  {
    name: "Sample",
    address: "0xb0bFf9721871e22653358956cf59a5FdBF3D1111",
    amount: "1",
    ending: "sent, and to be looked at",
  },
  { name: "Sample", address: "0xb0bFf9721871e22653358956cf59a5FdBF3Dabcd", amount: "12.5", ending: "stopped by KYT" },
  {
    name: "Sample",
    address: "0xb0bFf9721871e22653358956cf59a5FdBF3D0000",
    amount: "2",
    ending: "refused by the other VASP",
  },
];

async function main(): Promise<boolean> {
  const token = randomBytes(32).toString("base64url");
  const backend = await startBackend(token);
  const fake = new FakeEnclave({ callbackUrl: backend.url, callbackToken: token, basePath: "/enclave" });
  const server = await serve(fake.answer, { idleMs: 5000 });
  const verifyvasp = new VerifyVaspClient({ baseUrl: `${server.url}/enclave` });
  try {
    step("The enclave");
    await verifyvasp.neighbours.checkHealth();
    fact(
      "fake enclave",
      `${server.url}/enclave is up, our id is ${(await verifyvasp.neighbours.vasps.getOwnId()).vaspId}`,
    );
    fact("callback receiver", backend.url);
    const { vasps } = await verifyvasp.neighbours.vasps.list({ protocol: "VERIFYVASP" });
    const other = vasps.find(({ health }) => health === "UP");
    if (other === undefined) return false;
    fact("other VASP", `${other.vaspName ?? "?"} (${other.vaspId})`);

    const checks: boolean[] = [];
    for (const [at, withdrawal] of withdrawals.entries()) {
      // Things go wrong on the way: an answer is lost after the work was done, and callbacks come 200 at a time.
      if (at === 0) fake.fail("requestChainalysisKytAssessment", "commit-then-reset");
      if (at === 1) fake.failCallbacks("callback-storm", 3);
      const ending = await withdraw(verifyvasp, backend, other.vaspId, withdrawal);
      fact("ending", ending);
      checks.push(ending === withdrawal.ending);
    }
    await fake.idle();

    step("What it took");
    const paid = fake.billed.length;
    fact("assessments paid", `${paid}`);
    fact(
      "callbacks",
      `${fake.callbacks.length} came, ${[...backend.received.values()].reduce((a, b) => a + b, 0)} were handled`,
    );
    // Two for each that was sent, one for the one that was stopped.
    checks.push(
      paid === 5,
      fake.callbacks.every(({ status }) => status === 200),
    );
    // Four answers; each assessment once registered and once done.
    checks.push(backend.received.get("verification_result") === 4, backend.received.get("kyt") === 2 * paid);
    if (checks.every(Boolean)) good("each assessment was paid once and each callback handled once");
    return checks.every(Boolean);
  } finally {
    await server.close();
    await backend.close();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  // An error of the library may be printed whole: it holds no credential and no person.
  console.error(isSdkError(error) ? error : error instanceof Error ? error.message : "The example failed.");
  process.exitCode = 1;
}
