/** One life of a backend that is killed: `node callbacks-life.ts REDIS_PORT QUEUE_KIND`. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  bearerProof,
  bullHandOver,
  bullProcessor,
  type CallbackJob,
  createVerifyVaspReceiver,
  InProcessQueue,
  nodeHandler,
  RedisStore,
} from "@x/verifyvasp-kyt/callbacks";
import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";

const [port = "6379", kind = "bullmq"] = process.argv.slice(2);
const connection = { host: "127.0.0.1", port: Number(port), maxRetriesPerRequest: null };
const redis = new Redis(connection);
const queue = new Queue<CallbackJob>("callbacks", { connection });
const receive = createVerifyVaspReceiver({
  proofs: [bearerProof("token-of-nobody-0001")],
  store: new RedisStore(redis),
  // What a killed process held is free again after this; as short as the test's patience.
  leaseMs: 1000,
  handOver: kind === "bullmq" ? bullHandOver(queue, { backoffMs: 100 }) : new InProcessQueue(),
  onEvent: async ({ subject = "" }) => {
    await new Promise((resolve) => setTimeout(resolve, 40));
    await redis.incr(`handled:${subject}`);
  },
});
const worker = new Worker<CallbackJob>("callbacks", bullProcessor(receive), {
  connection,
  concurrency: 8,
  lockDuration: 1000,
  stalledInterval: 500,
  maxStalledCount: 1000,
});
worker.on("error", () => undefined);
const answer = nodeHandler(receive);
const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
await worker.waitUntilReady();
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit(0));
