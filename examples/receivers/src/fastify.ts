import {
  createKycPortalReceiver,
  fastifyReceiver,
  type KycPortalReceiverOptions,
  type Receiver,
  secretPathProof,
} from "@x/kyc-portal/callbacks";
import Fastify, { type FastifyInstance } from "fastify";

/** The portal's webhooks in Fastify 5. */
export async function kycPortalOnFastify(
  options: Pick<KycPortalReceiverOptions, "client" | "onEvent">,
  secret: string,
): Promise<{ app: FastifyInstance; receive: Receiver }> {
  const receive = createKycPortalReceiver({ proofs: [secretPathProof(secret)], ...options });
  // Fastify's log has the URL of each request, and with it the secret: log the route instead.
  const app = Fastify({ logger: false });
  await app.register(fastifyReceiver(receive), { prefix: "/callbacks/kyc-portal" });
  // Elsewhere the body is parsed as ever.
  app.post("/echo", (request, reply) => void reply.send(request.body));
  return { app, receive };
}
