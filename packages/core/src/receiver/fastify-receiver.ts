import { type IncomingLike, nodeHandler, type OutgoingLike } from "./node-handler.js";
import type { Receiver } from "./types.js";

/** What is used of an instance of Fastify. */
export interface FastifyLike {
  removeAllContentTypeParsers(): void;
  addContentTypeParser(
    type: string,
    options: { readonly bodyLimit?: number },
    parser: (request: unknown, payload: unknown) => Promise<undefined>,
  ): unknown;
  all(path: string, handler: (request: unknown, reply: unknown) => void): unknown;
}

interface RequestLike {
  readonly raw: IncomingLike;
}

interface ReplyLike {
  readonly raw: OutgoingLike;
  hijack(): unknown;
}

/**
 * Serves a receiver with Fastify, as a plugin: everything under its prefix.
 *
 * The body reaches the receiver as it came, and only in this plugin: Fastify's parsers stay what they are elsewhere.
 *
 * @example
 * import Fastify from "fastify";
 *
 * const app = Fastify();
 * await app.register(fastifyReceiver(receive), { prefix: "/callbacks" });
 */
export function fastifyReceiver(receiver: Pick<Receiver, "handle">): (app: FastifyLike) => Promise<void> {
  const handle = nodeHandler(receiver);
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", {}, async () => await Promise.resolve(undefined));
    app.all("/*", (request, reply) => {
      (reply as ReplyLike).hijack();
      void handle((request as RequestLike).raw, (reply as ReplyLike).raw);
    });
  };
}
