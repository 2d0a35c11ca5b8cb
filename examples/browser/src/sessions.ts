import { randomUUID } from "node:crypto";

/** What one browser may see: the verifications that it began, and the news of them. */
export class Sessions {
  readonly #owners = new Map<number, string>();
  readonly #listeners = new Map<string, Set<(subject: string) => void>>();

  /** The session of a request; a new one when it has none. */
  of(request: Request): { readonly id: string; readonly cookie?: string } {
    const [, id] = /(?:^|;\s*)session=([0-9a-f-]{36})(?:;|$)/.exec(request.headers.get("cookie") ?? "") ?? [];
    if (id !== undefined && this.#listeners.has(id)) return { id };
    const fresh = randomUUID();
    this.#listeners.set(fresh, new Set());
    return { id: fresh, cookie: `session=${fresh}; HttpOnly; SameSite=Strict; Path=/` };
  }

  /** Notes who began a verification. */
  own(session: string, idv: number): void {
    this.#owners.set(idv, session);
  }

  owns(session: string, idv: number): boolean {
    return this.#owners.get(idv) === session;
  }

  /** Tells the browser that began it to look. */
  tell(idv: number): void {
    for (const listener of this.#listeners.get(this.#owners.get(idv) ?? "") ?? []) listener(`idv:${idv}`);
  }

  /** The news of a session, as server-sent events. */
  news(session: string): Response {
    const listeners = this.#listeners.get(session);
    let listener: ((subject: string) => void) | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        const say = (text: string): void => stream.enqueue(new TextEncoder().encode(text));
        say(": open\n\n");
        listener = (subject) => say(`data: ${subject}\n\n`);
        listeners?.add(listener);
      },
      cancel() {
        if (listener !== undefined) listeners?.delete(listener);
      },
    });
    return new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } });
  }
}
