import { keys, startSandbox } from "@x/sandbox";
import { startBackend } from "./backend.ts";

const sandbox = await startSandbox();
const { KRYPTOGO_BASE_URL: baseUrl = `${sandbox.url}/kryptogo`, KRYPTOGO_API_KEY: apiKey = keys.kryptogo.apiKey } =
  process.env;
const backend = await startBackend({ baseUrl, apiKey }, Number(process.env["PORT"] ?? 0));

console.log(`Onboarding form   ${backend.url}`);
console.log(`Sandbox           ${sandbox.url}   (reject the verification there, and watch the form)`);
console.log("Ctrl-C ends both.");

await new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
});
await backend.close();
await sandbox.close();
