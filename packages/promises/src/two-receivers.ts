import type { Store } from "@x/core";
import { createKryptogoReceiver, type Receiver, secretPathProof } from "@x/kryptogo/callbacks";
import { forgeIdvCallback } from "@x/kryptogo/testing";
import { bearerProof, createVerifyVaspReceiver } from "@x/verifyvasp-kyt/callbacks";
import { forgeKytCallback } from "@x/verifyvasp-kyt/testing";
import { getIdvTaskFixture } from "../scripts/callbacks-records.ts";

const secret = "s".repeat(43);
const token = "token-of-nobody-0001";

/** Delivers the callback of a number, and returns the status that it was answered with. */
type Deliver = (n: number) => Promise<number>;

/** Both kinds of receiver on one store: one that reads back what it is told, and one that takes it at its word. */
export function twoReceivers(store: Store): { readonly readBack: Deliver; readonly enclave: Deliver } {
  const handOver = async (): Promise<void> => undefined;
  const onEvent = (): void => undefined;
  const shared = { store, handOver, onEvent };
  const readBack = createKryptogoReceiver({ proofs: [secretPathProof(secret)], client: getIdvTaskFixture, ...shared });
  const enclave = createVerifyVaspReceiver({ proofs: [bearerProof(token)], ...shared });
  return {
    readBack: async (n) => await deliver(readBack, `/${secret}`, forgeIdvCallback({ idv_task_id: n }).body),
    enclave: async (n) => await deliver(enclave, "/", forgeKytCallback({ kyt: { requestId: `r-${n}` } }).body),
  };
}

async function deliver(receive: Receiver, path: string, body: string): Promise<number> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  return (await receive(new Request(`http://hooks.test${path}`, { method: "POST", headers, body }))).status;
}
