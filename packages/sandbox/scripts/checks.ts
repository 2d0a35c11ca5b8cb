import { styleText } from "node:util";

/** What was looked at, one line each. */
export class Checks {
  passed = 0;
  readonly failed: string[] = [];

  /** Notes whether something is so. */
  is(what: string, isSo: boolean, otherwise: string = ""): void {
    if (isSo) this.passed++;
    else this.failed.push(what);
    const mark = isSo ? styleText("green", "✓") : styleText("red", "✗");
    console.log(`  ${mark} ${what}${isSo || otherwise === "" ? "" : `: ${otherwise}`}`);
  }

  /** Notes whether something comes about: what throws does not. */
  async comes(what: string, work: () => Promise<unknown>): Promise<void> {
    const problem = await work().then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? (error.message.split("\n")[0] ?? "failed") : "failed"),
    );
    this.is(what, problem === undefined, problem);
  }

  /** Says how it went. Returns the exit code. */
  end(): number {
    console.log(`${this.passed} passed, ${this.failed.length} failed`);
    return this.failed.length === 0 && this.passed > 0 ? 0 : 1;
  }
}
