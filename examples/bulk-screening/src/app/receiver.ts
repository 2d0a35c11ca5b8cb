import { createServer } from "node:http";
import { nodeHandler } from "@x/kryptogo/callbacks";
import { Desk } from "./desk.ts";
import { fromEnvironment } from "./settings.ts";

/** Takes callbacks in and puts them into the queue, nothing else: it answers while workers die and vendors are away. */
const settings = fromEnvironment(process.env);
const desk = new Desk(settings);
const { port, hostname } = new URL(settings.callbackUrl);
const server = createServer(nodeHandler(desk.receiver));
server.listen(Number(port), hostname);

process.on("SIGTERM", () => server.close(() => void desk.close().then(() => process.exit(0))));
// Nobody is left to stop it.
process.on("disconnect", () => process.exit(0));
