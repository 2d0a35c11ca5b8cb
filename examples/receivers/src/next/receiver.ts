import { createKryptogoReceiver, secretPathProof, type SweepingReceiver } from "@x/kryptogo/callbacks";
import { KryptogoClient } from "@x/kryptogo";

let made: SweepingReceiver | undefined;

/** What the application does with news; a table in a database, in real life. */
export const news: string[] = [];

/** Made at the first request: a build of Next imports every route, and has no secrets then. */
export function receiver(): SweepingReceiver {
  made ??= createKryptogoReceiver({
    proofs: [secretPathProof(process.env["CALLBACK_SECRET"] ?? "")],
    client: new KryptogoClient({
      baseUrl: process.env["KRYPTOGO_URL"] ?? "",
      apiKey: process.env["KRYPTOGO_TOKEN"] ?? "",
    }),
    onEvent: (event) => void news.push(event.kind === "unknown" ? "unknown" : `${event.subject} ${event.verdict}`),
  });
  return made;
}
