import { createHash, randomUUID } from "node:crypto";

/** What one browser may see: the verifications that it began, and the news of them. */
export class Sessions {
  readonly #owners = new Map<number, string>();
  readonly #listeners = new Map<string, Set<(subject: string) => void>>();
  readonly #begun = new Map<string, Promise<Response>>();

  /** The session of a request; a new one when it has none. */
  of(request: Request): { readonly id: string; readonly cookie?: string } {
    const [, id] = /(?:^|;\s*)session=([0-9a-f-]{36})(?:;|$)/.exec(request.headers.get("cookie") ?? "") ?? [];
    if (id !== undefined && this.#listeners.has(id)) return { id };
    const fresh = randomUUID();
    this.#listeners.set(fresh, new Set());
    return { id: fresh, cookie: `session=${fresh}; HttpOnly; SameSite=Strict; Path=/` };
  }

  /**
   * Does what is paid once, however often the same request comes: a browser may send a POST a second time by itself. Only
   * what the vendor refused may be tried again.
   */
  async once(session: string, bytes: ArrayBuffer, work: () => Promise<Response>): Promise<Response> {
    const key = `${session} ${createHash("sha256").update(new Uint8Array(bytes)).digest("hex")}`;
    const begun = this.#begun.get(key) ?? work();
    this.#begun.set(key, begun);
    const answer = await begun;
    if (answer.status >= 400 && answer.status < 500) this.#begun.delete(key);
    return answer.clone();
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
