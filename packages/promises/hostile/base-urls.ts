import { isSdkError, keyTransport } from "@x/core";
import { randomFrom } from "../src/random.ts";
import { type Finding, operation } from "./client.ts";
import { hostileText, traversals } from "./strings.ts";

const parts = { vendor: "vendor", environments: {}, keyHeader: "x-api-key", readRefusal: () => ({}) };

/** Hostile base URLs: each is refused when the client is built, or every request stays at the origin that it names. */
export async function hostileBaseUrls(seed: number): Promise<Finding> {
  const random = randomFrom(seed);
  const heads = ["https://vendor.test", "https://", "https:", "http://", "//", "", "ftp://vendor.test", "https:\\\\"];
  const urls = traversals.flatMap((text) => heads.map((head) => head + text));
  while (urls.length < 2000) urls.push(`${heads[Math.floor(random() * heads.length)]}${hostileText(random)}`);
  const wrong: string[] = [];
  let taken = 0;
  for (const baseUrl of urls) {
    const seen: Request[] = [];
    try {
      const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
        seen.push(new Request(input, init));
        return Response.json({});
      };
      const transport = keyTransport(parts, { baseUrl, apiKey: "key-of-nobody", fetch });
      taken++;
      await transport.request(operation(), { id: "1" }).catch((error: unknown) => {
        if (!isSdkError(error)) throw error;
      });
      const named = new URL(baseUrl);
      for (const request of seen) {
        const at = new URL(request.url);
        const local = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(at.hostname);
        if (at.origin !== named.origin || at.username !== "" || at.hash !== "" || at.search !== "")
          wrong.push(`${JSON.stringify(baseUrl)}: sent elsewhere`);
        if (at.protocol !== "https:" && !local) wrong.push(`${JSON.stringify(baseUrl)}: sent without TLS`);
        if (!at.pathname.endsWith("/things/1/parts")) wrong.push(`${JSON.stringify(baseUrl)}: another path`);
      }
    } catch (error) {
      if (!isSdkError(error) || error.code !== "invalid_configuration")
        wrong.push(`${JSON.stringify(baseUrl)}: ${String(error)}`);
      else if (baseUrl.length > 12 && error.message.includes(baseUrl)) wrong.push(`${JSON.stringify(baseUrl)}: quoted`);
    }
  }
  return { seen: `${urls.length} base URLs, ${taken} taken`, wrong };
}
