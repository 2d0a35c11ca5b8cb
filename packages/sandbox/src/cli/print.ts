import { styleText } from "node:util";
import type { StepResult } from "../scenario/runScenario.js";
import type { Place } from "../server/places.js";
import type { Sandbox } from "../server/startSandbox.js";

/** What the terminal is told. */
export interface Printer {
  started(sandbox: Sandbox, elapsedMs: number): void;
  step(result: StepResult): void;
  note(text: string): void;
  problem(text: string): void;
}

/** For people. */
export const forPeople: Printer = {
  started({ url, places }, elapsedMs) {
    console.log(
      `\n${styleText("bold", "Sandbox")} is up after ${Math.round(elapsedMs)} ms. Page: ${styleText("underline", url)}\n`,
    );
    for (const place of places) {
      console.log(
        `  ${styleText("bold", place.title)}${place.note === undefined ? "" : styleText("dim", `  ${place.note}`)}`,
      );
      console.log(`  ${pasteOf(place)}\n`);
    }
    console.log(styleText("dim", "  Keys are invented. Nothing leaves this machine but callbacks. Ctrl-C ends it.\n"));
  },
  step({ number, verb, ok, text }) {
    const mark = ok ? styleText("green", "✓") : styleText("red", "✗");
    console.log(`  ${mark} ${number} ${verb}: ${text}`);
  },
  note: (text) => console.log(text),
  problem: (text) => console.error(text),
};

/** For programs: one object a line. */
export const forPrograms: Printer = {
  started: ({ url, port, places }, elapsedMs) =>
    line({ event: "started", url, port, elapsedMs: Math.round(elapsedMs), places }),
  step: (result) => line({ event: "step", ...result }),
  note: (text) => line({ event: "note", text }),
  problem: (text) => line({ event: "problem", text }),
};

/** The options of a client, ready to paste. */
function pasteOf({ options }: Place): string {
  const fields = Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${fields.join(", ")} }`;
}

function line(value: object): void {
  console.log(JSON.stringify(value));
}
