import type { Cell, CellName } from "./judge.ts";

/** One row of the table. */
export interface Row {
  readonly name: string;
  readonly version: string;
  readonly form: string;
  readonly cells: Readonly<Record<CellName, Cell>>;
}

/** A Markdown table out of rows whose cells are joined by bars. */
export function table(head: readonly string[], lines: readonly string[]): string[] {
  return [head.join(" | "), head.map(() => "---").join(" | "), ...lines].map((line) => `| ${line} |`);
}

/** Footnotes; the same words get the same number. */
export class Notes {
  readonly #texts: string[] = [];

  /** What stands in a cell. */
  mark({ state, says = "" }: Cell): string {
    if (state === "ok") return "ok";
    const known = this.#texts.indexOf(says);
    const number = known < 0 ? this.#texts.push(says) : known + 1;
    return `${state === "noted" ? "ok" : "RED"} (${number})`;
  }

  get lines(): string[] {
    return this.#texts.map((text, at) => `${at + 1}. ${text.replaceAll("\n", " ")}`);
  }
}
