export { checkCallback, readCallback } from "./callback.js";
export { maxCallbackBytes } from "./callback-limit.js";
export type { ShapeIssue } from "./errors/body-errors.js";
export { CallbackError } from "./errors/outcome-errors.js";
export { ConfigurationError, type InputIssue } from "./errors/input-error.js";
export {
  type BullHandOverOptions,
  bullHandOver,
  type BullJobLike,
  type BullJobOptions,
  bullProcessor,
  type BullQueueLike,
} from "./receiver/bull-queue.js";
export { type FastifyLike, fastifyReceiver } from "./receiver/fastify-receiver.js";
export { InProcessQueue, type InProcessQueueOptions, QueueFullError } from "./receiver/in-process-queue.js";
export type { IntakeLimits } from "./receiver/intake.js";
export { type IncomingLike, nodeHandler, type OutgoingLike } from "./receiver/node-handler.js";
export {
  addressProof,
  type BasicCredential,
  basicProof,
  bearerProof,
  gatewayProof,
  headerProof,
  type Proof,
  type ProofContext,
  secretPathProof,
} from "./receiver/proofs.js";
export { createReceiver } from "./receiver/receiver.js";
export { type TaskPathProof, taskPathProof } from "./receiver/task-path.js";
export type {
  CallbackAnswer,
  CallbackJob,
  CallbackRequest,
  HandOver,
  JobEvent,
  Pending,
  Receiver,
  ReceiverEvent,
  ReceiverOptions,
  ReceiverParts,
  ReceiverPeer,
  SweepingReceiver,
  SweepOptions,
  SweepReport,
  Told,
  Work,
  WorkOutcome,
} from "./receiver/types.js";
export { Mailbox, type MailboxOptions, type MailboxWait } from "./store/mailbox.js";
export { MemoryStore, type MemoryStoreOptions, StoreFullError } from "./store/memory-store.js";
export { type IoredisLike, type NodeRedisLike, RedisStore, type RedisStoreOptions } from "./store/redis-store.js";
export type { Store } from "./store/types.js";
export type { WakeSource, WakeTarget } from "./waker.js";
