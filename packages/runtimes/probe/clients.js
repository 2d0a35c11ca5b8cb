import { ArgosClient } from "@x/argos";
import { KryptogoClient } from "@x/kryptogo";
import { KycPortalClient } from "@x/kyc-portal";
import { VerifyVaspClient } from "@x/verifyvasp-kyt";

/** Whether this is a page: there the user's own backend holds the credentials. */
export const inBrowser = globalThis.window?.document !== undefined;

/** A client of KryptoGO at some URL. */
export function kryptogo(lab, baseUrl = lab.vendors.kryptogo, more = {}) {
  return new KryptogoClient({ baseUrl, ...(inBrowser ? {} : { apiKey: lab.keys.kryptogo }), ...more });
}

/** A client of the portal. */
export function portal(lab, more = {}) {
  const credential = inBrowser ? {} : { clientId: "test-client", clientSecret: "test-secret" };
  return new KycPortalClient({ baseUrl: lab.vendors.portal, ...credential, ...more });
}

/** A client of ARGOS, in plain. */
export function argos(lab, more = {}) {
  return new ArgosClient({ baseUrl: lab.vendors.argos, ...(inBrowser ? {} : { apiKey: lab.keys.argos }), ...more });
}

/** A client of ARGOS whose requests and answers travel encrypted; in a page that needs the secret, so only a test does it. */
export function sealedArgos(lab) {
  const encryption = { secret: lab.keys.argos };
  const credential = inBrowser ? {} : { apiKey: lab.keys.argos };
  return new ArgosClient({ baseUrl: lab.vendors.sealedArgos, ...credential, encryption });
}

/** A client of an enclave, which refuses a page unless told otherwise. */
export function verifyvasp(lab, more = {}) {
  return new VerifyVaspClient({
    baseUrl: lab.vendors.verifyvasp,
    ...(inBrowser ? { dangerouslyAllowBrowser: true } : {}),
    ...more,
  });
}
