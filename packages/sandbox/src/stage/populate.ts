import type { DrivableFake } from "@x/core/testing";
import { fixtures as enclaveFixtures } from "@x/verifyvasp-kyt/testing";
import { chances } from "./chances.js";
import type { StageClock } from "./clock.js";
import { authorization } from "./credentials.js";
import type { VendorName } from "./types.js";
import type { Cast } from "./vendors.js";

/** Nobody's names. `REVIEW`, `REJECT` and `SANCTIONED` decide what the fakes find. */
const names = ["Jane Example", "John Sample", "Max Muster", "Erika Review", "Ana Reject", "Ivan Sanctioned", "王又曾"];
const companies = [
  ["EXAMPLE CREAMERY LIMITED", "GB"],
  ["EXAMPLE CREAMERY HOLDINGS LIMITED", "GB"],
  ["EXAMPLE COLLAPSED LIMITED", "GB"],
  ["Example Engineering Private Limited", "SG"],
  ["Example Trading Limited", "HK"],
] as const;
const endings = ["1111", "3333", "abcd", "0000", "5a5a"];
const hour = 3_600_000;

/**
 * Fills a stage with made-up tasks, cases, submissions and verifications, some of them decided. The same seed makes the
 * same ones.
 */
export async function populate(cast: Cast, clock: StageClock, seed: number): Promise<void> {
  const chance = chances(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const fakes = new Map<VendorName, DrivableFake>(cast.vendors.map(({ name, fake }) => [name, fake]));
  const ask = async (vendor: VendorName, request: string, body: unknown): Promise<void> => {
    const fake = fakes.get(vendor);
    const [method = "", path = ""] = request.split(" ");
    const headers = { "content-type": "application/json", ...(fake && (await authorization(vendor, fake))) };
    await fake?.answer(new Request(`https://sandbox.test${path}`, { method, headers, body: JSON.stringify(body) }));
  };
  for (let n = 1; n <= 4; n++) {
    const reference = `seed-${seed}-${n}`;
    await ask("kryptogo", "POST /idv/account", {
      workflow_id: 3,
      country: "TWN",
      customer_reference: reference,
      expected_name: pick(names),
    });
    const target = { type: 1, name: pick(names) };
    await ask("kryptogo", "POST /task", [{ search_setting_id: 1, target, customer_reference: reference }]);
    await clock.advance(hour * (1 + Math.floor(chance() * 3)));
  }
  const ordered = companies.filter(() => chance() < 0.6);
  for (const [rawname, codeiso31662] of ordered.length === 0 ? companies.slice(0, 1) : ordered)
    await ask("kyc-portal", "POST /v2/Companies", { rawname, codeiso31662 });
  const beneficiary = enclaveFixtures.createVerification.wire.body as { payload: { ivms101: { beneficiary: object } } };
  for (let n = 0; n < 2; n++) {
    const body = structuredClone(beneficiary);
    Object.assign(body.payload.ivms101.beneficiary, {
      accountNumber: [`0xb0bFf9721871e22653358956cf59a5FdBF3D${pick(endings)}`],
    });
    await ask("verifyvasp", "POST /v1/verifications", body);
    fakes.get("verifyvasp")?.begin("verification of a deposit");
  }
  for (let n = 0; n < 4; n++)
    fakes.get("argos")?.begin(chance() < 0.2 ? "submission of somebody on a list" : "submission");
  await clock.advance(hour);
  for (const fake of fakes.values())
    for (const { subject, actions } of fake.subjects) {
      const quiet = actions.filter((action) => !action.startsWith("alert"));
      if (quiet.length > 0 && chance() < 0.6) fake.act(subject, pick(quiet));
    }
  await clock.set(Math.max(clock.now() + hour, Date.now()));
}
