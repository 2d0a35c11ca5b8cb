import {
  assess,
  compareAlertLevels,
  type CreateVerificationInput,
  type KytVerdict,
  type VerifyVaspClient,
} from "@x/verifyvasp-kyt";
import type { Backend } from "./backend.ts";
import { fact, step } from "./terminal.ts";

/** What a customer wants to send. */
export interface Withdrawal {
  readonly name: string;
  readonly address: string;
  readonly amount: string;
}

/** What became of it. */
export type Ending = "sent" | "refused by the other VASP" | "stopped by KYT" | "sent, and to be looked at";

/** A withdrawal from the first question to the transaction: verification, KYT before, the decision, the report, KYT after. */
export async function withdraw(
  verifyvasp: VerifyVaspClient,
  backend: Backend,
  beneficiaryVaspId: string,
  withdrawal: Withdrawal,
): Promise<Ending> {
  const { verifications } = verifyvasp.neighbours;
  step(`${withdrawal.amount} ETH to ${withdrawal.address.slice(0, 6)}…${withdrawal.address.slice(-4)}`);

  const { verificationUuid } = await verifications.create(requestOf(beneficiaryVaspId, withdrawal));
  const answer = await backend.answers.wait(verificationUuid, { timeoutMs: 10_000 });
  fact("verification", `${answer ?? "no answer"} (${verificationUuid})`);
  if (answer !== "VERIFIED") return "refused by the other VASP";

  const before = await assess(
    verifyvasp,
    { verificationUuid, network: "Ethereum", role: "originating", txReported: false },
    { results: backend.results },
  );
  fact("KYT of the address", `${describe(before.verdict)}, request ${before.requestId}`);
  if (!mayPass(before.verdict)) {
    await verifications.reportError({ verificationUuid, result: "DENIED", reason: "NOT-ALLOWED" });
    fact("reported", "the other VASP knows that it will not come");
    return "stopped by KYT";
  }

  const txHash = sendOnChain(withdrawal);
  await verifications.reportTransaction({ verificationUuid, txHash });
  fact("transaction", `${txHash.slice(0, 12)}… reported`);

  const after = await assess(
    verifyvasp,
    { verificationUuid, network: "Ethereum", role: "originating", txReported: true },
    { results: backend.results },
  );
  fact("KYT of the transaction", `${describe(after.verdict)}, request ${after.requestId}`);
  return after.verdict.kind === "clear" ? "sent" : "sent, and to be looked at";
}

/** The house's own rule: nothing above LOW passes, and nothing unclear does. */
function mayPass(verdict: KytVerdict): boolean {
  if (verdict.kind === "clear") return true;
  return verdict.kind === "alerts" && compareAlertLevels(verdict.level, "LOW") <= 0;
}

function describe(verdict: KytVerdict): string {
  if (verdict.kind === "alerts") return `alerts up to ${verdict.level}`;
  return verdict.kind === "unclear" ? `unclear (${verdict.because})` : verdict.kind;
}

/** Stands for your wallet. */
function sendOnChain({ address }: Withdrawal): string {
  return `8a54d58ca4100112a5430818776d74898f2232770bae0304686257${address.slice(-10)}`;
}

function requestOf(beneficiaryVaspId: string, { name, address, amount }: Withdrawal): CreateVerificationInput {
  const person = (primaryIdentifier: string) => ({
    naturalPerson: {
      name: { nameIdentifier: [{ primaryIdentifier, nameIdentifierType: "LEGL" as const }] },
    },
  });
  return {
    keyType: "PerVasp",
    beneficiaryVaspId,
    assetInfo: {
      symbol: "ETH",
      network: "Ethereum",
      amount,
      isExceedingThreshold: true,
      tradePrice: "1820.17",
      tradeCurrency: "USD",
      tradeISODatetime: new Date().toISOString(),
    },
    requiredBeneficiaryInfo: "ACCOUNT_NUMBER,NATURAL_PERSON_NAME",
    payload: {
      version: "1.0",
      ivms101: {
        originator: {
          originatorPersons: [person("Example")],
          accountNumber: ["0x5811001506550d8356a215be229c15b6ef371a9a"],
        },
        beneficiary: { beneficiaryPersons: [person(name)], accountNumber: [address] },
      },
    },
  };
}
