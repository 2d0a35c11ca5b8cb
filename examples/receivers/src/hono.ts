import {
  addressProof,
  type ArgosReceiverOptions,
  createArgosReceiver,
  type Receiver,
  secretPathProof,
} from "@x/argos/callbacks";
import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono } from "hono";

/** ARGOS' webhooks in Hono, here on Node: a secret path, and beside it the address that they come from. */
export function argosOnHono(
  options: Pick<ArgosReceiverOptions, "client" | "onEvent" | "cipher">,
  secret: string,
  sender: string,
): { app: Hono; receive: Receiver } {
  const receive = createArgosReceiver({ proofs: [secretPathProof(secret), addressProof(sender)], ...options });
  const app = new Hono();
  app.all(
    "/callbacks/argos/:secret",
    async (c) => await receive(c.req.raw, { remoteAddress: getConnInfo(c).remote.address }),
  );
  return { app, receive };
}
