import { keys } from "../stage/keys.js";
import type { VendorName } from "../stage/types.js";

/** Where a vendor is found, and with what. */
export interface Place {
  readonly vendor: VendorName;
  readonly title: string;
  readonly baseUrl: string;
  /** Options of the package's client, to be pasted. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The same as environment variables. */
  readonly env: Readonly<Record<string, string>>;
  readonly note?: string;
}

/** Every vendor's place below a sandbox's URL. */
export function placesAt(url: string): Place[] {
  const { kryptogo, argos, verifyvasp } = keys;
  const portal = keys["kyc-portal"];
  return [
    place("kryptogo", "KryptoGO", "KRYPTOGO", `${url}/kryptogo`, kryptogo, { API_KEY: kryptogo.apiKey }),
    place("kyc-portal", "Know Your Customer", "KYC_PORTAL", `${url}/kyc-portal`, portal, {
      CLIENT_ID: portal.clientId,
      CLIENT_SECRET: portal.clientSecret,
    }),
    place("argos", "ARGOS Identity", "ARGOS", `${url}/argos`, argos, { API_KEY: argos.apiKey }),
    {
      ...place("argos", "ARGOS, encrypted", "ARGOS_ENCRYPTED", `${url}/argos-encrypted`, {
        ...argos,
        encryption: true,
      }),
      note: "the same project, for a client with encryption on",
    },
    {
      ...place(
        "verifyvasp",
        "VerifyVASP enclave",
        "VERIFYVASP",
        `${url}/verifyvasp`,
        {},
        {
          CALLBACK_TOKEN: verifyvasp.callbackToken,
        },
      ),
      note: `callbacks carry "Bearer ${verifyvasp.callbackToken}"`,
    },
  ];
}

function place(
  vendor: VendorName,
  title: string,
  prefix: string,
  baseUrl: string,
  credential: Readonly<Record<string, unknown>>,
  env: Readonly<Record<string, string>> = {},
): Place {
  return {
    vendor,
    title,
    baseUrl,
    options: { baseUrl, ...credential },
    env: Object.fromEntries(
      Object.entries({ BASE_URL: baseUrl, ...env }).map(([name, value]) => [`${prefix}_${name}`, value]),
    ),
  };
}
