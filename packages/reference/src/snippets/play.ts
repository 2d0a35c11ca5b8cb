import { snippetFetch, setUp } from "./scenes/index.ts";
import { closeServers } from "./stand-ins/node-http.ts";
import { declared } from "./stand-ins/vitest.ts";
import type { WrittenProgram } from "./write.ts";

const limitMs = 10_000;

/** Runs a program against the fakes. Returns what went wrong. */
export async function play({ snippet, path, order }: WrittenProgram): Promise<string | undefined> {
  const real = globalThis.fetch;
  try {
    const names = await setUp(order, { samples: snippet.kind === "docstring", code: snippet.code });
    globalThis.fetch = snippetFetch;
    const { default: run } = (await import(path)) as { default: (names: object) => Promise<void> };
    declared.length = 0;
    await bounded(run(names));
    for (const one of declared) await bounded(Promise.resolve(one.run()));
    return undefined;
  } catch (error) {
    return `${snippet.file}:${snippet.line}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  } finally {
    globalThis.fetch = real;
    closeServers();
  }
}

async function bounded(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not end within ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
