import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serve } from "@x/core/testing/node";
import { installed } from "../install.ts";
import type { LabMap } from "../lab.ts";
import { versions } from "../versions.ts";
import { backendOf } from "./backend.ts";
import { bundleProbe } from "./bundle.ts";
import type { Probing, ProbeResults } from "./types.ts";

/** As much of playwright-core as is used. */
interface Playwright {
  readonly chromium: {
    launch(options: { executablePath: string; args: readonly string[] }): Promise<Browser>;
  };
}

/** A browser. */
interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** A page. */
interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<Result, Argument>(
    script: string | ((argument: Argument) => Result),
    argument?: Argument,
  ): Promise<Awaited<Result>>;
  on(event: "console" | "pageerror", listener: (message: unknown) => void): void;
}

/** Drives the browser; brings none of its own. */
export async function playwright(): Promise<Playwright> {
  const folder = await installed(`playwright-core-${versions.playwright}`, { "playwright-core": versions.playwright });
  return (await import(pathToFileURL(join(folder, "node_modules/playwright-core/index.mjs")).href)) as Playwright;
}

/** The sandbox needs rights that containers do not give. */
export const plainArgs = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];

/**
 * Runs the probe in a page whose own backend holds the credentials.
 *
 * Same-origin checks are off, so that faults can come from servers that know nothing of CORS; the transport is the same.
 */
export async function inChromium({ runtime, project, lab, cells }: Probing): Promise<ProbeResults> {
  const outfile = join(project, "probe-browser.js");
  await bundleProbe({ entry: "index.js", project, outfile, format: "iife", external: false });
  const bundle = readFileSync(outfile, "utf8");
  const backend = backendOf(lab);
  const server = await serve(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/") return html('<!doctype html><title>probe</title><script src="/probe.js"></script>');
    if (pathname === "/probe.js") return new Response(bundle, { headers: { "content-type": "text/javascript" } });
    return await backend(request);
  });
  const { chromium } = await playwright();
  const browser = await chromium.launch({
    executablePath: runtime.file,
    args: [...plainArgs, "--disable-web-security"],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/`);
    const vendors = Object.fromEntries(Object.keys(lab.vendors).map((name) => [name, `${server.url}/${name}`]));
    const ours: LabMap = { ...lab, vendors: vendors as LabMap["vendors"] };
    return await page.evaluate(`probed.probe(${JSON.stringify(ours)}, ${JSON.stringify(cells)})`);
  } finally {
    await browser.close();
    await server.close();
  }
}

function html(text: string): Response {
  return new Response(text, { headers: { "content-type": "text/html" } });
}
