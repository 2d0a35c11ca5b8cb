import { loopback, serve, stubbed } from "./cases/calls.ts";
import { stagesOf } from "./cases/stages.ts";
import { takeUploads, upload } from "./cases/upload.ts";
import { validated } from "./cases/validation.ts";
import { aes, base64, heap, inFlight, paging } from "./cases/work.ts";
import type { Figures } from "./measure.ts";

/** One case in a process of its own: `node src/case.ts <section> <name>` prints its figures as JSON. */
const sections: Readonly<Record<string, (name: string) => Figures | Promise<Figures>>> = {
  aes,
  base64,
  heap,
  inFlight,
  // Loads every fake vendor: not into the memory of the other cases.
  largest: async (name) => (await import("./cases/largest.ts")).largestAnswer(name),
  loopback,
  paging,
  stages: stagesOf,
  stubbed,
  upload,
  validated,
};

const [section = "", name = ""] = process.argv.slice(2);
if (section === "serve") await serve();
else if (section === "take-uploads") takeUploads();
else console.log(JSON.stringify(await sections[section]?.(name)));
