import type { Standing } from "./book.ts";

const cells = 30;

/** One line that says how far it is, how fast, what it has cost, and when it will be done. */
export function progressLine(now: Standing, began: number, pointsEach: number, paused: boolean): string {
  const finished = now.done + now.dead;
  const share = now.total === 0 ? 1 : finished / now.total;
  const seconds = (performance.now() - began) / 1000;
  const rate = finished / Math.max(1, seconds);
  const left = rate > 0 ? Math.ceil((now.total - finished) / rate) : undefined;
  const bar = "█".repeat(Math.floor(share * cells)).padEnd(cells, "░");
  const ordered = now.total - now.unsent - now.dead;
  return [
    `${bar} ${(share * 100).toFixed(1).padStart(5)} %`,
    `${now.done}/${now.total}`,
    `${rate.toFixed(0)}/s`,
    `${(ordered * pointsEach).toLocaleString("en")} points`,
    paused ? "paused" : left === undefined ? "…" : `${duration(left)} left`,
    now.dead > 0 ? `${now.dead} for a person` : "",
  ]
    .filter(Boolean)
    .join("  ");
}

/** `95` as `1 min 35 s`. */
export function duration(seconds: number): string {
  return seconds < 60 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Shows a line in place on a terminal, and now and then in a log. */
export class ProgressBar {
  #last = 0;

  show(line: string): void {
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
    else if (performance.now() - this.#last > 10_000) {
      console.log(line);
      this.#last = performance.now();
    }
  }

  end(line: string): void {
    if (process.stdout.isTTY) process.stdout.write("\r\u001b[K");
    console.log(line);
  }
}
