import { ArgosClient } from "@x/argos";
import { parseArgosCallback } from "@x/argos/callbacks";
import * as argosEndpoints from "@x/argos/endpoints";
import { FakeArgos, fakeArgosKey } from "@x/argos/testing";
import { isSdkError, type SdkError } from "@x/core";
import { ManualClock } from "@x/core/testing";
import { isApiError, isInputError, KryptogoClient, type SearchTask } from "@x/kryptogo";
import { parseKryptogoCallback } from "@x/kryptogo/callbacks";
import { getSearchTaskSummary } from "@x/kryptogo/endpoints";
import { FakeKryptogo, forgeIdvCallback } from "@x/kryptogo/testing";
import { zodOf } from "@x/kryptogo/zod";
import { KycPortalClient } from "@x/kyc-portal";
import { parseKycPortalEvent } from "@x/kyc-portal/callbacks";
import { listJurisdictions } from "@x/kyc-portal/endpoints";
import { FakeKycPortal } from "@x/kyc-portal/testing";
import { VerifyVaspClient } from "@x/verifyvasp-kyt";
import { parseVerifyVaspCallback } from "@x/verifyvasp-kyt/callbacks";
import { getOwnVaspId } from "@x/verifyvasp-kyt/endpoints";
import { FakeEnclave } from "@x/verifyvasp-kyt/testing";
// Our schemas must compose with zod as most users import it, which our own sources must not.
// oxlint-disable-next-line no-restricted-imports -- stands for a user's code, not for ours
import { z } from "zod";

/** A record of the user's, with a vendor's schema in it. */
const row = z.object({
  savedAt: z.number(),
  task: zodOf(getSearchTaskSummary.output),
  vasps: z.array(zodOf(getOwnVaspId.output)),
});

/** What a user does with all four packages, in one program; returns a sentence, or throws. */
export async function use(): Promise<string> {
  const fake = new FakeKryptogo({ clock: new ManualClock() });
  const kryptogo = new KryptogoClient({ baseUrl: "https://kryptogo.test", apiKey: "test-token", fetch: fake.fetch });
  const tasks = [{ search_setting_id: 1, target: { type: 1, name: "A" } }] as const;
  const [created] = await kryptogo.searchTasks.create({ tasks: [...tasks] });
  const task: SearchTask = await kryptogo.searchTasks.getSummary({ task_id: created?.task_id ?? 0 });
  const saved: { task: SearchTask } = row.parse({ savedAt: 1, task, vasps: [{ vaspId: "v" }] });
  check("composed schema", saved.task.task_id === task.task_id);
  check("composed refusal", !row.safeParse({ savedAt: 1, task: { task_id: "one" }, vasps: [] }).success);
  const error: unknown = await kryptogo.searchTasks.getSummary({ task_id: 999 }).catch((thrown: unknown) => thrown);
  check("error", isApiError(error) && error.status === 404 && isSdkError(error) && !isInputError(error));
  const sdk: SdkError | undefined = isSdkError(error) ? error : undefined;
  check("outcome", sdk?.outcome === "rejected");
  const callback = parseKryptogoCallback(forgeIdvCallback().body);
  check("callback", callback.kind === "idv" && String(callback.payload.idv_task_id) !== "");
  await others();
  return `used ${created?.task_id}`;
}

async function others(): Promise<void> {
  const argos = new ArgosClient({ baseUrl: "https://a.test", apiKey: fakeArgosKey, fetch: new FakeArgos().fetch });
  for await (const one of argos.submissions.listByDateRange({ start_date: new Date(0), end_date: new Date(0) }))
    check("none", one.submission_id === "");
  const credential = { clientId: "test-client", clientSecret: "test-secret" };
  const portal = new KycPortalClient({ baseUrl: "https://p.test", ...credential, fetch: new FakeKycPortal().fetch });
  const { jurisdictions } = await portal.reference.listJurisdictions();
  check("jurisdictions", jurisdictions.jurisdiction.length > 0);
  const verifyvasp = new VerifyVaspClient({ baseUrl: "https://v.test", fetch: new FakeEnclave().fetch });
  const { vaspId } = await verifyvasp.neighbours.vasps.getOwnId();
  check("id", vaspId !== "");
  check("names", listJurisdictions.name !== argosEndpoints.listSubmissions.name);
  for (const parse of [parseArgosCallback, parseKycPortalEvent, parseVerifyVaspCallback]) refuses(parse);
}

function refuses(parse: (body: unknown) => unknown): void {
  try {
    parse("no JSON");
  } catch (error) {
    check("refusal", isSdkError(error) && error.code === "invalid_callback");
    return;
  }
  check("refusal", false);
}

function check(what: string, isSo: boolean): void {
  if (!isSo) throw new Error(`${what} is not as it should be`);
}
