import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { pageHeaders } from "./guard.js";

const types: Readonly<Record<string, string>> = {
  "index.html": "text/html; charset=utf-8",
  "page.js": "text/javascript; charset=utf-8",
  "page.css": "text/css; charset=utf-8",
  "icon.svg": "image/svg+xml",
};

/** The page and the files that it is made of, out of the package. */
export function page(): Hono {
  const app = new Hono();
  for (const [name, type] of Object.entries(types))
    app.get(name === "index.html" ? "/" : `/${name}`, (context) => {
      const bytes = read(name);
      if (bytes === undefined)
        return context.text("The page was not built: run `pnpm build` in packages/sandbox.", 503);
      return context.body(bytes, 200, { ...pageHeaders, "content-type": type, "cache-control": "no-cache" });
    });
  return app;
}

function read(name: string): ArrayBuffer | undefined {
  try {
    return new Uint8Array(readFileSync(new URL(`./page/${name}`, import.meta.url))).buffer;
  } catch {
    return undefined;
  }
}
