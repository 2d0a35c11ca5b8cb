import { createServer } from "node:http";
import { parseKryptogoCallback } from "@x/kryptogo/callbacks";
import { Desk } from "./desk.ts";
import { requestReads } from "./queues.ts";
import { fromEnvironment } from "./settings.ts";

const settings = fromEnvironment(process.env);
const desk = new Desk(settings);
const { port, pathname } = new URL(settings.callbackUrl);
createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (request.url !== pathname) return void response.writeHead(404).end();
  const callback = parseKryptogoCallback(Buffer.concat(chunks));
  if (callback.kind === "search_task") await requestReads(desk.queues.read, [callback.payload.task_id]);
  response.writeHead(200).end();
}).listen(Number(port), "127.0.0.1");

// Nobody is left to stop it.
process.on("disconnect", () => process.exit(0));
