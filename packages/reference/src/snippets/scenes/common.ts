import { createServer } from "../stand-ins/node-http.ts";
import { Redis } from "../stand-ins/ioredis.ts";
import { MemoryStore, Waker } from "@x/core";
import { keyOfNobody, secretOfNobody, tokenOfNobody } from "./keys.ts";

const done: (...told: readonly unknown[]) => void = () => undefined;
const later: (...told: readonly unknown[]) => Promise<void> = async () => undefined;

/** What every reader has at hand: an application of their own, a queue, a store. */
export function commonScene() {
  return {
    Redis,
    alert: done as (text: string) => void,
    close: done,
    connection: { host: "127.0.0.1", port: 6379 },
    console: { log: done, warn: done, error: done, info: done, table: done } as unknown as Console,
    createServer,
    customer_reference: "case-1",
    hold: done,
    key: keyOfNobody,
    note: done,
    onEvent: later,
    openAccount: done,
    queue: { add: later },
    redis: new Redis(),
    refuse: later,
    save: later,
    secret: secretOfNobody,
    send: done,
    stop: done,
    store: new MemoryStore(),
    token: tokenOfNobody,
    waitForTxReport: done,
    waker: new Waker(),
    writeFile: later,
    bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  };
}

/** What every reader's process is started with. */
export const commonEnv = { CALLBACK_SECRET: secretOfNobody, CALLBACK_TOKEN: tokenOfNobody };
