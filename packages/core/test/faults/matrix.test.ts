import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type BodyError, isSdkError, type Send, sendWithFetch, sendWithKy } from "../../src/index.js";
import { type FaultName, faultNames, type FaultServer } from "../../src/testing/node/index.js";
import { contracts, type Operation, operations } from "./contracts.js";
import { type Expectation, expectationFor, kinds } from "./expected.js";
import { started } from "./harness.js";
import { call, vendor } from "./vendor.js";

const senders = [
  { name: "ky", send: sendWithKy },
  { name: "fetch", send: sendWithFetch },
];
const billedCreates = operations.filter(
  (name) => contracts[name].cost === "billed" && contracts[name].effect === "create",
);

/** What a call came to, in the words of the expectations. */
interface Seen {
  readonly result: unknown;
  readonly sends: number;
}

describe.each(senders)("sent by $name", ({ send }) => {
  test.concurrent.for(faultNames)(
    "%s: each operation ends in its typed error, nothing precious is sent twice",
    async (fault, { expect }) => {
      const table = await forEach(operations, async (operation) => {
        await using server = await started(fault);
        return await seen(server, operation, fault, send);
      });
      expect(table).toEqual(expected(operations, fault));
    },
  );

  test.concurrent.for(faultNames)(
    "%s: on a connection that served before, a billed create is not sent twice either",
    async (fault, { expect }) => {
      const table = await forEach(billedCreates, async (operation) => await seenKept(operation, fault, send));
      expect(table).toEqual(expected(billedCreates, fault));
    },
  );
});

const salvageable = [
  "cut-body",
  "cut-chunked",
  "rst-body",
  "truncated-json",
  "gzip-cut",
  "duplicate-key",
  "unsafe-integer",
  "bad-utf8",
] as const;

test.concurrent.for(salvageable)("%s: the error names what was created and billed", async (fault, { expect }) => {
  await using server = await started(fault);
  const error = await call(vendor(server.url), "orderCheck").catch((thrown: unknown) => thrown as BodyError);
  expect(error).toMatchObject({ outcome: "created_unreadable", createdIds: [4107] });
});

test("a page that calls itself JSON is called a page", async () => {
  const headers = { "content-type": "application/json" };
  const page = async (): Promise<Response> => new Response("\n<html></html>", { headers });
  const error = await call(vendor("http://127.0.0.1:9", { fetch: page }), "getCheck").catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: "unexpected_content" });
});

/** Makes one call; whatever comes out is put down. */
async function seen(server: FaultServer, operation: Operation, fault: FaultName, send: Send): Promise<Seen> {
  const before = server.ledger.length;
  const timeout = kinds[fault].kind === "silent" ? 400 : 15_000;
  try {
    await call(vendor(server.url, { send }), operation, { timeout });
    return { result: "value", sends: server.ledger.length - before };
  } catch (error) {
    if (!isSdkError(error)) return { result: { foreign: error }, sends: -1 };
    expect(isScrubbed(error.cause)).toBe(true);
    const read = server.ledger.length - before;
    // Where a connection breaks before its request is read, only the client can count.
    if (!hasRequest(fault)) expect(read).toBe(0);
    else expect(error.attempts).toBe(read);
    return { result: { code: error.code, outcome: error.outcome }, sends: error.attempts };
  }
}

/**
 * What a call came to on a connection that served before. Node takes a connection back only some ticks after the body
 * was read, more of them on a busy machine, so a call that was given a new connection is looked at and made again.
 */
async function seenKept(operation: Operation, fault: FaultName, send: Send): Promise<Seen> {
  for (let patience = 20; patience < 2000; patience *= 2) {
    await using server = await started(["ok", fault, fault, fault]);
    await call(vendor(server.url, { send }), operation);
    await setTimeout(patience);
    const result = await seen(server, operation, fault, send);
    const isKept = (server.ledger[1]?.connection ?? 1) === 1;
    if (isKept) return result;
    expect(result).toEqual(expectationFor(operation, fault));
  }
  throw new Error(`${fault}: Node never sent ${operation} on the connection it had`);
}

/** Whether nothing of the runtime's or ky's error came along: those hold keys and bodies. */
function isScrubbed(cause: unknown): boolean {
  return (
    cause === undefined ||
    isSdkError(cause) ||
    (cause instanceof Error && Object.getOwnPropertyNames(cause).sort().join() === "message,name")
  );
}

function hasRequest(fault: FaultName): boolean {
  return fault !== "fin-before-request" && fault !== "rst-on-accept";
}

function expected(names: readonly Operation[], fault: FaultName): Partial<Record<Operation, Expectation>> {
  return Object.fromEntries(names.map((name) => [name, expectationFor(name, fault)]));
}

async function forEach(
  names: readonly Operation[],
  make: (name: Operation) => Promise<Seen>,
): Promise<Partial<Record<Operation, Seen>>> {
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await make(name)] as const)));
}
