import { rmSync } from "node:fs";
import { isSdkError, KryptogoClient, Waker } from "@x/kryptogo";
import { FakeKryptogo } from "@x/kryptogo/testing";
import { serve } from "@x/core/testing/node";
import { type Customer, madeUp, readCustomers } from "./customers.ts";
import { drawPictures } from "./images.ts";
import { Meter } from "./meter.ts";
import { type DemoOptions, help, readOptions } from "./options.ts";
import { startReceiver } from "./receiver.ts";
import {
  checkAddresses,
  decideTwice,
  type Desk,
  loseAnAnswer,
  pageThrough,
  searchAll,
  verifyIdentity,
} from "./steps.ts";
import { fact, good, mayBill, step, summary } from "./terminal.ts";

/** A Bitcoin and an Ethereum address that are in everybody's documents. */
const wellKnown = ["bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh", "0x72a5843cc08275C8171E582972Aa4fDa8C397B2A"];

/** Those, and the wallets that customers bring. */
function addressesOf(customers: readonly Customer[]): string[] {
  return [...new Set([...wellKnown, ...customers.flatMap(({ address }) => address ?? [])])];
}

async function onFake(options: DemoOptions): Promise<boolean> {
  const fake = new FakeKryptogo();
  let drawn: string | undefined;
  const vendor = await serve(fake.answer);
  const receiver = await startReceiver();
  const meter = new Meter();
  const began = performance.now();
  const kryptogo = new KryptogoClient({ baseUrl: vendor.url, apiKey: "test-token", hooks: meter.hooks });
  const desk: Desk = {
    kryptogo,
    waker: receiver.waker,
    callbackUrl: receiver.url,
    searchSetting: options.searchSetting,
    mayBill: async () => true,
  };
  fact("fake KryptoGO", vendor.url);
  fact("callback receiver", new URL(receiver.url).origin);
  try {
    const customers = options.customers === undefined ? madeUp : readCustomers(options.customers);
    const addresses = addressesOf(customers);
    const folder = options.images ?? (drawn = drawPictures(customers.map(({ reference }) => reference)));
    const checks: boolean[] = [];
    await checkAddresses(desk, addresses);
    for (const customer of customers) {
      step(`Customer ${customer.reference}`);
      checks.push((await verifyIdentity(desk, customer, folder)) !== undefined);
      fake.fail("getSearchTaskSummary", "unavailable");
      const searches = await searchAll(desk, customer);
      checks.push(searches.length === 3);
      checks.push((await pageThrough(desk)) >= 3);
      const [first] = searches;
      if (first !== undefined) checks.push(await decideTwice(desk, first));
      fake.fail("createSearchTasks", "stall-headers");
      checks.push(await loseAnAnswer(desk, customer));
    }
    await fake.idle();
    summary(meter, performance.now() - began);
    fact("invoice", `${fake.billed.length} items, ${10_000 - fake.points} invented points`);
    fact("callbacks", `${receiver.received.length} received`);
    // Each address; then each customer's verification, three searches and the one whose answer was lost.
    checks.push(fake.billed.length === addresses.length + 5 * customers.length);
    if (checks.every(Boolean)) good("everything was billed once");
    return checks.every(Boolean);
  } finally {
    await receiver.close();
    await vendor.close();
    if (drawn !== undefined) rmSync(drawn, { recursive: true });
  }
}

/** A sandbox on this machine: nothing costs money there, and it can call back. */
async function onSandbox(options: DemoOptions, baseUrl: string, apiKey: string): Promise<boolean> {
  const meter = new Meter();
  const began = performance.now();
  const receiver = await startReceiver();
  const kryptogo = new KryptogoClient({ baseUrl, apiKey, hooks: meter.hooks });
  const { waker, url: callbackUrl } = receiver;
  const { searchSetting } = options;
  const desk: Desk = { kryptogo, waker, callbackUrl, searchSetting, mayBill: async () => true };
  const customers = options.customers === undefined ? madeUp : readCustomers(options.customers);
  const drawn = options.images === undefined ? drawPictures(customers.map(({ reference }) => reference)) : undefined;
  try {
    await checkAddresses(desk, addressesOf(customers));
    for (const customer of customers) {
      step(`Customer ${customer.reference}`);
      await verifyIdentity(desk, customer, options.images ?? drawn ?? ".");
      await searchAll(desk, customer);
    }
    await pageThrough(desk);
    fact("callbacks", `${receiver.received.length} received`);
    return true;
  } finally {
    summary(meter, performance.now() - began);
    await receiver.close();
    if (drawn !== undefined) rmSync(drawn, { recursive: true });
  }
}

async function onRealAccount(options: DemoOptions, baseUrl: string, apiKey: string): Promise<boolean> {
  const meter = new Meter();
  const began = performance.now();
  const kryptogo = new KryptogoClient({ baseUrl, apiKey, hooks: meter.hooks });
  const desk: Desk = {
    kryptogo,
    waker: new Waker(),
    callbackUrl: undefined,
    searchSetting: options.searchSetting,
    mayBill,
  };
  try {
    const customers = options.customers === undefined ? [] : readCustomers(options.customers);
    await checkAddresses(desk, addressesOf(customers));
    for (const customer of customers) {
      step(`Customer ${customer.reference}`);
      await verifyIdentity(desk, customer, options.images ?? ".");
      await searchAll(desk, customer);
    }
    await pageThrough(desk);
    return true;
  } finally {
    summary(meter, performance.now() - began);
  }
}

function isThisMachine(url: string): boolean {
  return URL.canParse(url) && ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === undefined) {
    console.log(help);
    return 0;
  }
  const { baseUrl, apiKey } = options;
  const done =
    baseUrl === undefined || apiKey === undefined
      ? await onFake(options)
      : await (isThisMachine(baseUrl) ? onSandbox : onRealAccount)(options, baseUrl, apiKey);
  return done ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  // An error of the library may be printed whole: it holds no credential and no person.
  console.error(isSdkError(error) ? error : error instanceof Error ? error.message : "The demo failed.");
  process.exitCode = 1;
}
