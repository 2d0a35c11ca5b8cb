import { styleText } from "node:util";

/** A headline. */
export function step(text: string): void {
  console.log(`\n${styleText("bold", text)}`);
}

/** One fact below a headline. */
export function fact(label: string, text: string): void {
  console.log(`  ${styleText("dim", label.padEnd(22))} ${text}`);
}

/** Something that went as it should although it looks like a failure. */
export function good(text: string): void {
  console.log(`  ${styleText("green", "✓")} ${text}`);
}
