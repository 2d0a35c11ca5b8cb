import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@x/core/testing/node";
import { backendOf } from "./drivers/backend.ts";
import { bundleProbe } from "./drivers/bundle.ts";
import { plainArgs, playwright } from "./drivers/chromium.ts";
import type { Cell } from "./judge.ts";
import { startLab } from "./lab.ts";
import { runtimes } from "./runtimes.ts";

/** The strictest policy under which a page with a script of its own can still call its backend. */
export const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Validates answers in a page that forbids code from strings, with the browser's own checks on. */
export async function tryPolicy(project: string): Promise<Cell> {
  const { file: executablePath } = await (runtimes["chromium"] as () => Promise<{ file: string }>)();
  const outfile = join(project, "page.js");
  await bundleProbe({ entry: "page.js", project, outfile, format: "iife", external: false });
  const script = readFileSync(outfile, "utf8");
  const lab = await startLab(0);
  const backend = backendOf(lab.map);
  const server = await serve(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/")
      return answer('<!doctype html><title>page</title><script src="/page.js"></script>', "text/html");
    if (pathname === "/page.js") return answer(script + listen, "text/javascript");
    if (pathname.startsWith("/odd/")) return Response.json({ quite: { another: "shape" } });
    return await backend(request);
  });
  const { chromium } = await playwright();
  const browser = await chromium.launch({ executablePath, args: plainArgs });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/`);
    const map = {
      ...lab.map,
      vendors: { ...lab.map.vendors, kryptogo: `${server.url}/kryptogo` },
      odd: `${server.url}/odd`,
    };
    const seen = await page.evaluate<{ name: string; code: string; violations: string[] }, undefined>(
      `probed.page(${JSON.stringify(map)}).then((result) => ({ ...result, violations }))`,
    );
    const fits = seen.name === "王又曾" && seen.code === "unexpected_shape" && seen.violations.length === 0;
    return fits ? { state: "ok" } : { state: "red", says: JSON.stringify(seen) };
  } catch (error) {
    return { state: "red", says: (error as Error).message };
  } finally {
    await browser.close();
    await server.close();
    await lab.close();
  }
}

const listen = `
const violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective + " " + event.blockedURI));`;

function answer(text: string, type: string): Response {
  return new Response(text, { headers: { "content-type": type, "content-security-policy": policy } });
}
