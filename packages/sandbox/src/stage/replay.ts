import { authorization } from "./credentials.js";
import type { DatedDeed, Deed } from "./deeds.js";
import type { Stage } from "./stage.js";
import type { StagedVendor } from "./vendors.js";

/** Milliseconds that one answer is waited for: some never come, and did not the first time. */
const patience = 50;

/** Does again what was done on another stage, each at its time. */
export async function replay(
  stage: Stage,
  vendors: () => readonly StagedVendor[],
  deeds: readonly DatedDeed[],
): Promise<void> {
  stage.clock.stop();
  for (const deed of deeds) {
    await stage.clock.set(Math.max(stage.clock.now(), deed.at));
    await again(stage, vendors(), deed);
  }
  await stage.clock.set(Math.max(stage.clock.now(), Date.now()));
  await stage.idle();
  stage.clock.run();
}

async function again(stage: Stage, vendors: readonly StagedVendor[], deed: Deed): Promise<void> {
  switch (deed.deed) {
    case "request":
      return await ask(stage, vendors, deed);
    case "act":
      return stage.act(deed.vendor, deed.subject, deed.action);
    case "begin":
      return void stage.begin(deed.vendor, deed.beginning);
    case "fail":
      return stage.fail(deed.vendor, deed.operation, deed.fault, deed.times);
    case "failCallbacks":
      return stage.failCallbacks(deed.vendor, deed.fault, deed.times);
    case "forgive":
      return stage.forgive(deed.vendor);
    case "setCallbackUrl":
      return stage.setCallbackUrl(deed.vendor, deed.url);
    case "populate":
      return await stage.populate(deed.seed);
    default:
  }
}

async function ask(
  stage: Stage,
  vendors: readonly StagedVendor[],
  deed: Extract<Deed, { deed: "request" }>,
): Promise<void> {
  const { vendor, method, path, type, body, isEncrypted } = deed;
  const fake = vendors.find(({ name }) => name === vendor)?.fake;
  if (fake === undefined) return;
  const headers = { ...(await authorization(vendor, fake)), ...(type === "" ? {} : { "content-type": type }) };
  const bytes = Uint8Array.from(atob(body), (char) => char.charCodeAt(0));
  const request = new Request(`https://sandbox.test${path}`, {
    method,
    headers,
    ...(bytes.length === 0 ? {} : { body: bytes }),
  });
  const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
  await Promise.race([stage.answer(vendor, request, isEncrypted).then((answer) => answer.body?.cancel()), late]);
}
