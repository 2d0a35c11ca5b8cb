import { loopback, serve, stubbed } from "./cases/calls.ts";
import { validated } from "./cases/validation.ts";
import { aes, base64, heap, inFlight, paging } from "./cases/work.ts";
import type { Figures } from "./measure.ts";

/** One case in a process of its own: `node src/case.ts <section> <name>` prints its figures as JSON. */
const sections: Readonly<Record<string, (name: string) => Figures | Promise<Figures>>> = {
  aes,
  base64,
  heap,
  inFlight,
  loopback,
  paging,
  stubbed,
  validated,
};

const [section = "", name = ""] = process.argv.slice(2);
if (section === "serve") await serve();
else console.log(JSON.stringify(await sections[section]?.(name)));
