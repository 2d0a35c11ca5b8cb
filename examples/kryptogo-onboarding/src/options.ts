import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface DemoOptions {
  /** Customers to onboard instead of the made-up ones. */
  readonly customers: string | undefined;
  /** Folder with `<reference>-front.png`, `-back.png` and `-face.png` (or .jpg) of each customer. */
  readonly images: string | undefined;
  /** A real account instead of the fake vendor. Needs KRYPTOGO_API_KEY. */
  readonly baseUrl: string | undefined;
  readonly apiKey: string | undefined;
  /** Stored search setting of the account. */
  readonly searchSetting: number;
}

export const help = `Onboards customers through @x/kryptogo.

  pnpm demo                                      made-up customers, a fake KryptoGO on this machine
  pnpm demo --customers FILE.csv --images DIR    your own people and photos, still against the fake
  pnpm demo --base-url URL                       a real account; KRYPTOGO_API_KEY holds its token,
                                                 and each billed step is asked about first;
                                                 on a sandbox of this machine nothing is asked

  --customers FILE     CSV with a header: reference,name,birthday,citizenship,country,id_type[,address]
  --images DIR         <reference>-front, -back and -face, each .png or .jpg
  --search-setting N   stored search setting of your account (default 120)
`;

/** Reads the command line; `undefined` when only help was asked for. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): DemoOptions | undefined {
  const { values } = parseArgs({
    // pnpm hands the separator on.
    args: args.filter((arg) => arg !== "--"),
    options: {
      customers: { type: "string" },
      images: { type: "string" },
      "base-url": { type: "string" },
      "search-setting": { type: "string", default: "120" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return undefined;
  const baseUrl = values["base-url"];
  const apiKey = env["KRYPTOGO_API_KEY"];
  if (baseUrl !== undefined && apiKey === undefined)
    throw new Error("--base-url needs KRYPTOGO_API_KEY in the environment.");
  if ((values.customers === undefined) !== (values.images === undefined))
    throw new Error("--customers and --images go together.");
  const searchSetting = Number(values["search-setting"]);
  if (!Number.isSafeInteger(searchSetting) || searchSetting < 1)
    throw new Error("--search-setting takes a positive whole number.");
  return { customers: values.customers, images: values.images, baseUrl, apiKey, searchSetting };
}
