import { redacted } from "./redact.js";

/** Most bytes that are read to be shown. */
const mostBytes = 256 * 1024;

/** Milliseconds that an answer's body is waited for: some never end, on purpose. */
const patience = 1000;

/** What a request carries, without anybody in it. */
export async function requestBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  try {
    if (type.startsWith("multipart/")) return partsOf(await request.formData());
    const text = await request.text();
    if (type.includes("urlencoded")) return redacted(Object.fromEntries(new URLSearchParams(text)));
    return shownText(text);
  } catch {
    return "cannot be read";
  }
}

/** What an answer carries, without anybody in it. */
export async function answerBody(response: Response): Promise<unknown> {
  const type = response.headers.get("content-type") ?? "";
  if (response.body === null) return undefined;
  const { text, isWhole, bytes } = await start(response.body);
  if (!isWhole) return `${bytes} bytes, and no end`;
  return type.includes("json") ? shownText(text) : `${type === "" ? "unnamed" : type}, ${bytes} bytes`;
}

/** JSON with its values replaced. */
export function shownText(text: string): unknown {
  if (text === "") return undefined;
  try {
    return redacted(JSON.parse(text) as unknown);
  } catch {
    return `no JSON, ${text.length} characters`;
  }
}

function partsOf(form: FormData): unknown {
  const parts = [...form].map(([name, part]) => [
    name,
    typeof part === "string"
      ? redacted(part, name)
      : `file, ${part.type === "" ? "unnamed" : part.type}, ${part.size} bytes`,
  ]);
  return Object.fromEntries(parts) as unknown;
}

async function start(body: ReadableStream<Uint8Array>): Promise<{ text: string; isWhole: boolean; bytes: number }> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  const late = new Promise<undefined>((resolve) => {
    const timer: unknown = setTimeout(() => resolve(undefined), patience);
    (timer as { unref?: () => void }).unref?.();
  });
  for (;;) {
    const chunk = await Promise.race([reader.read().catch(() => undefined), late]);
    if (chunk === undefined || bytes > mostBytes) {
      void reader.cancel().catch(() => undefined);
      return { text, isWhole: false, bytes };
    }
    if (chunk.done) return { text: text + decoder.decode(), isWhole: true, bytes };
    bytes += chunk.value.length;
    text += decoder.decode(chunk.value, { stream: true });
  }
}
