import { createServer, type Server } from "node:http";
import {
  bearerProof,
  createVerifyVaspReceiver,
  nodeHandler,
  type Receiver,
  type VerifyVaspReceiverOptions,
} from "@x/verifyvasp-kyt/callbacks";

/** An enclave's callbacks, five types on one URL, with nothing but `node:http`. */
export function verifyVaspOnNode(
  token: string,
  onEvent: VerifyVaspReceiverOptions["onEvent"],
): {
  server: Server;
  receive: Receiver;
} {
  const receive = createVerifyVaspReceiver({ proofs: [bearerProof(token)], onEvent });
  const answer = nodeHandler(receive);
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === "/callbacks/verifyvasp") void answer(incoming, outgoing);
    else outgoing.writeHead(404).end();
  });
  return { server, receive };
}
