import { expect, test } from "vitest";
import { isSdkError } from "../../src/index.js";
import { type FaultServer, requestFaultNames } from "../../src/testing/node/index.js";
import { operations } from "./contracts.js";
import { started, until } from "./harness.js";
import { call, vendor } from "./vendor.js";

/** Calls of which each meets the next fault, 20 at a time. */
async function storm(server: FaultServer, calls: number): Promise<unknown[]> {
  const client = vendor(server.url);
  const foreign: unknown[] = [];
  let made = 0;
  const work = async (): Promise<void> => {
    for (let n = made++; n < calls; n = made++) {
      const operation = operations[n % operations.length] ?? "getCheck";
      // A deadline that stays far away would show as a timer that is left over.
      const timeout = n % 2 === 0 ? 400 : 60_000;
      const signal = timeout > 400 ? AbortSignal.timeout(400) : undefined;
      await call(client, operation, { timeout, ...(signal && { signal }) }).catch((error: unknown) => {
        if (!isSdkError(error)) foreign.push(error);
      });
    }
  };
  await Promise.all(Array.from({ length: 20 }, work));
  return foreign;
}

test("300 calls through every fault leave the process alive, without timers and without connections", async () => {
  const stray: unknown[] = [];
  const note = (error: unknown): void => void stray.push(error);
  process.on("unhandledRejection", note).on("uncaughtException", note);
  await using answering = await started((_, n) => requestFaultNames[n % requestFaultNames.length] ?? "ok");
  await using closing = await started("fin-before-request");
  await using resetting = await started("rst-on-accept");
  const timers = timersOpen();

  const foreign = (await Promise.all([storm(answering, 260), storm(closing, 20), storm(resetting, 20)])).flat();

  expect(foreign).toEqual([]);
  expect(answering.ledger.length).toBeGreaterThan(260);
  expect(timersOpen() - timers).toBeLessThan(5);
  // Node closes what it keeps alive after four seconds.
  expect(
    await until(() => answering.connections.open + closing.connections.open + resetting.connections.open === 0, 8000),
  ).toBe(true);
  process.off("unhandledRejection", note).off("uncaughtException", note);
  expect(stray).toEqual([]);
});

function timersOpen(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
}
