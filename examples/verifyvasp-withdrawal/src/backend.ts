import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Mailbox, MemoryStore, verdictOf } from "@x/verifyvasp-kyt";
import { bearerProof, createVerifyVaspReceiver, nodeHandler } from "@x/verifyvasp-kyt/callbacks";

/** Your backend, as far as the enclave sees it. */
export interface Backend {
  /** Address for `VEGA_VERIFICATION_CALLBACK_API_PATH`. */
  readonly url: string;
  /** Where `assess()` waits for results. */
  readonly results: Mailbox;
  /** Answers to verifications, by their id. */
  readonly answers: Mailbox;
  /** Callbacks by kind, each counted once however often it came. */
  readonly received: Map<string, number>;
  close(): Promise<void>;
}

/** Starts what receives callbacks. With more than one process, put a RedisStore in place of the memory store. */
export async function startBackend(token: string): Promise<Backend> {
  const store = new MemoryStore();
  const results = new Mailbox({ store });
  const answers = new Mailbox({ store });
  const received = new Map<string, number>();
  const receive = createVerifyVaspReceiver({
    proofs: [bearerProof(token)],
    store,
    results,
    // A real backend gives the receiver a queue that outlives the process: `handOver: bullHandOver(queue)`.
    onEvent: async (callback) => {
      received.set(callback.kind, (received.get(callback.kind) ?? 0) + 1);
      if (callback.kind === "verification_result")
        await answers.put(callback.payload.verificationUuid, verdictOf(callback.payload) ?? "unclear");
    },
  });
  const handle = nodeHandler(receive);
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/verifyvasp/callback`,
    results,
    answers,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
