import type { AnyEndpoint } from "../endpoint.js";
import type { Clock } from "./clock.js";
import { mutantsOf } from "./mutants.js";

/** What a fake vendor can be told to do wrong, by name. */
export const fakeFaults = {
  "stall-headers": "Does its work and never answers.",
  "stall-body": "Answers half of the body and falls silent.",
  "cut-body": "Ends the body half way.",
  "reset-before-work": "Breaks the connection and does nothing.",
  "commit-then-reset": "Does its work and breaks the connection before it answers.",
  "late-commit": "Breaks the connection at once and does its work a second later.",
  "html-502": "A gateway answers with a page; nothing is done.",
  "commit-then-504": "Does its work, and a gateway answers 504 in its place.",
  "commit-then-empty-504": "Does its work, and a gateway answers 504 without a body in its place.",
  "server-error": "Answers 500; nothing is done.",
  unavailable: "Answers 503; nothing is done.",
  "rate-limit": "Answers 429 and asks to wait a second.",
  "rate-limit-long": "Answers 429 and asks to wait three years.",
  "token-expired": "Answers 401 whatever the credential.",
  redirect: "Answers 302 to another host.",
  slow: "Works for half a second longer.",
  "new-enum": "Uses a value that its documents do not list.",
  "new-field": "Adds a field that its documents do not list.",
  "missing-field": "Leaves out a field that its documents promise.",
  "wrong-type": "Puts a text where its documents promise a number.",
} as const;

/** Name of something that a fake vendor can do wrong. */
export type FakeFault = keyof typeof fakeFaults;

/** Does a call, wrongly. */
export async function withFault(
  fault: FakeFault,
  endpoint: AnyEndpoint,
  clock: Clock,
  work: () => Promise<Response>,
): Promise<Response> {
  switch (fault) {
    case "stall-headers":
      await work();
      return await new Promise<never>(() => undefined);
    case "stall-body":
      return await halfOf(await work(), false);
    case "cut-body":
      return await halfOf(await work(), true);
    case "reset-before-work":
      return Response.error();
    case "commit-then-reset":
      await work();
      return Response.error();
    case "late-commit":
      clock.after(1000, () => void work());
      return Response.error();
    case "commit-then-504":
      await work();
      return page(504);
    case "commit-then-empty-504":
      await work();
      return new Response(null, { status: 504 });
    case "slow":
      await new Promise<void>((resolve) => clock.after(500, resolve));
      return await work();
    case "html-502":
      return page(502);
    case "server-error":
      return Response.json({ message: "internal error" }, { status: 500 });
    case "unavailable":
      return Response.json({ message: "unavailable" }, { status: 503 });
    case "rate-limit":
      return Response.json({}, { status: 429, headers: { "retry-after": "1" } });
    case "rate-limit-long":
      return Response.json({}, { status: 429, headers: { "retry-after": "99999999" } });
    case "token-expired":
      return Response.json({ message: "token expired" }, { status: 401 });
    case "redirect":
      return new Response(null, { status: 302, headers: { location: "https://elsewhere.invalid/" } });
    default:
      return await drifted(fault, endpoint, await work());
  }
}

const mutantKinds = {
  "new-enum": "unknown_value",
  "new-field": "unknown_field",
  "missing-field": "missing_field",
  "wrong-type": "unexpected_type",
} as const;

/** Whether a fault is in what is said, not in how it travels. */
export function isDrift(fault: FakeFault | undefined): fault is keyof typeof mutantKinds {
  return fault !== undefined && Object.hasOwn(mutantKinds, fault);
}

async function drifted(fault: keyof typeof mutantKinds, endpoint: AnyEndpoint, answer: Response): Promise<Response> {
  if (!answer.ok) return answer;
  const value: unknown = await answer.json();
  const mutant = mutantsOf(endpoint.output, value).find((one) => one.kind === mutantKinds[fault]);
  return Response.json(mutant?.value ?? value, { status: answer.status });
}

function page(status: number): Response {
  return new Response("<html><body>Gateway</body></html>", { status, headers: { "content-type": "text/html" } });
}

async function halfOf(answer: Response, ends: boolean): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      stream.enqueue(bytes.subarray(0, Math.max(1, bytes.length >> 1)));
      if (ends) stream.close();
    },
  });
  return new Response(body, { status: answer.status, headers: answer.headers });
}
