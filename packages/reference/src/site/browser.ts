import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/** Debian's; another one is named by CHROMIUM. */
const program = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Opens pages in a real Chromium, and closes it afterwards. */
export async function inChromium<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
  if (!existsSync(program))
    throw new Error(`There is no Chromium at ${program}: apt-get install chromium, or name one in CHROMIUM.`);
  const profile = mkdtempSync(join(tmpdir(), "reference-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
