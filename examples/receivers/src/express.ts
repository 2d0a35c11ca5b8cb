import {
  createKryptogoReceiver,
  type KryptogoReceiverOptions,
  nodeHandler,
  type Receiver,
  taskPathProof,
} from "@x/kryptogo/callbacks";
import express, { type Express } from "express";

/** KryptoGO's callbacks, both kinds on one route, in Express 5. */
export function kryptogoOnExpress(
  options: Pick<KryptogoReceiverOptions, "client" | "onEvent" | "wake">,
  key: string,
): {
  app: Express;
  receive: Receiver;
} {
  const receive = createKryptogoReceiver({ proofs: [taskPathProof(key)], ...options });
  const app = express();
  // Before any parser: the receiver reads the body itself, and only of a sender that proved itself.
  app.all("/callbacks/kryptogo/:secret", nodeHandler(receive));
  app.use(express.json());
  app.get("/health", (_, response) => void response.json({ ok: true }));
  return { app, receive };
}
