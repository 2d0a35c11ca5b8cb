import { loadAsProgram } from "../load.ts";

interface SandboxModule {
  readonly startSandbox: () => Promise<{ readonly url: string }>;
}

/** Where the command listens unless it is told otherwise. */
const usual = "127.0.0.1:4010";
const realFetch = globalThis.fetch;
let url: Promise<string> | undefined;

/** A sandbox at its usual address, started for the first request to it; and a host that only msw answers, at the socket. */
export async function sandboxScene() {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith(`http://${usual}/`)) return await realFetch(request);
    url ??= start();
    return await realFetch(new Request(request.url.replace(`http://${usual}`, await url), request));
  };
  return await Promise.resolve({ names: {}, net: { hosts: [usual, "sandbox.test"], fetch }, env: {} });
}

async function start(): Promise<string> {
  const { startSandbox } = (await loadAsProgram("@x/sandbox")) as SandboxModule;
  return (await startSandbox()).url;
}
