import { ManualClock } from "@x/core/testing";
import { expect, test } from "vitest";
import { KycPortalClient } from "../src/client.js";
import { FakeKycPortal } from "../src/testing/index.js";

const company = { rawname: "EXAMPLE CREAMERY HOLDINGS LIMITED", codeiso31662: "GB" };

async function start() {
  const clock = new ManualClock();
  const fake = new FakeKycPortal({ clock, deliver: async () => 200 });
  const portal = new KycPortalClient({
    baseUrl: "https://portal.test",
    clientId: "test-client",
    clientSecret: "test-secret",
    fetch: fake.fetch,
  });
  const { caseDetail } = await portal.companies.create(company);
  const id = caseDetail.details.common.caseCommonId;
  const look = () => fake.subjects.find(({ subject }) => subject === `case:${id}`);
  return { clock, fake, id, look };
}

test("a case is built by itself, and then moved on by a reviewer and by the monitoring", async () => {
  const { clock, fake, id, look } = await start();
  expect(look()).toMatchObject({ kind: "company case", state: "just created", isSettled: false, actions: [] });
  await clock.advance(24_000);
  expect(look()).toMatchObject({ state: "open", isSettled: true });
  fake.act(`case:${id}`, "deny");
  expect(look()?.state).toBe("closed: Denied");
  fake.act(`case:${id}`, "alert: changed details");
  expect(look()?.state).toBe("closed: Denied, 1 alert");
  fake.act(`case:${id}`, "reopen");
  fake.act(`case:${id}`, "accept");
  expect(look()?.state).toBe("closed: Accepted, 1 alert");
  expect(() => fake.act(`case:${id}`, "accept")).toThrow("now possible: reopen, alert: AML match");
  expect(fake.subjects.filter(({ kind }) => kind.endsWith(", a party")).length).toBe(3);
});

test("its chart is what the operation answers, and its price is on the bill", async () => {
  const { clock, fake, id } = await start();
  await clock.advance(24_000);
  expect(fake.orgChart(id)).toMatchObject({ name: company.rawname, officers: [{ name: "Jane Example" }] });
  expect(fake.billed).toMatchObject([{ operation: "createCompany", price: { amount: 19, unit: "USD" } }]);
});
