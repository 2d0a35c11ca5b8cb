import { inspect } from "node:util";
import { isSdkError } from "@x/core";
import { ArgosClient } from "@x/argos";
import { KryptogoClient } from "@x/kryptogo";
import { KycPortalClient } from "@x/kyc-portal";
import { VerifyVaspClient } from "@x/verifyvasp-kyt";
import type { Finding } from "./client.ts";

const secret = "S3cr3tT0k3n";
const marks = ["\r", "\n", "\r\n", "\0", "\t", " ", "😀", "é", "王", "\u007f", "\u0085", "\u2028", "\uFEFF", "\uD800"];
const values: readonly unknown[] = [
  "",
  null,
  0,
  true,
  {},
  [secret],
  Symbol("key"),
  ...marks.flatMap((mark) => [`${mark}${secret}`, `${secret}${mark}`, `S3cr3t${mark}T0k3n`]),
  `Bearer ${secret}\r\nX-Evil: 1`,
  `${secret}\u0000`.repeat(50),
];

/** Credentials that no header can carry: refused when the client is built, without a part of them in any print. */
export async function hostileCredentials(): Promise<Finding> {
  const shared = { baseUrl: "https://vendor.test" };
  const builders: Readonly<Record<string, (value: never) => object>> = {
    "kryptogo apiKey": (apiKey) => new KryptogoClient({ ...shared, apiKey }),
    "argos apiKey": (apiKey) => new ArgosClient({ ...shared, apiKey }),
    "kyc-portal clientSecret": (clientSecret) => new KycPortalClient({ ...shared, clientId: "a", clientSecret }),
    "kyc-portal clientId": (clientId) => new KycPortalClient({ ...shared, clientId, clientSecret: "a" }),
    "verifyvasp header": (value) => new VerifyVaspClient({ ...shared, headers: { "x-proxy-key": value } }),
  };
  const wrong: string[] = [];
  let refused = 0;
  for (const [name, build] of Object.entries(builders))
    for (const [at, value] of values.entries()) {
      // A proxy may want `Bearer <token>`, so this value may have single spaces inside.
      if (name === "verifyvasp header" && value === "S3cr3t T0k3n") continue;
      try {
        build(value as never);
        wrong.push(`${name} took value ${at}`);
      } catch (error) {
        const shown = [String(error), inspect(error, { depth: null, showHidden: true }), JSON.stringify(error)].join();
        if (!isSdkError(error) || error.code !== "invalid_configuration")
          wrong.push(`${name}, value ${at}: ${String(error)}`);
        else if (/S3cr3t|T0k3n/.test(shown.replaceAll(/\n {4}at .*/g, ""))) wrong.push(`${name} quotes value ${at}`);
        else refused++;
      }
    }
  return { seen: `${refused} refused, none quoted`, wrong };
}
