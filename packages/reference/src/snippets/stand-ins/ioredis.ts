/** What a store asks of a Redis client, on a Map. */
export class Redis {
  readonly url: string | undefined;
  readonly #kept = new Map<string, string>();

  constructor(url?: string) {
    this.url = url;
  }

  async call(command: string, ...args: (string | number)[]): Promise<unknown> {
    const [first = "", second = "", key = "", expected, next] = args.map(String);
    if (command === "GET") return this.#kept.get(first) ?? null;
    if (command === "DEL") return this.#kept.delete(first) ? 1 : 0;
    if (command === "SET") return this.#kept.has(first) ? null : (this.#kept.set(first, second), "OK");
    if (this.#kept.get(key) !== expected) return 0;
    if (first.includes("DEL")) this.#kept.delete(key);
    else this.#kept.set(key, next ?? "");
    return 1;
  }
}
