import { readCallback } from "@x/core/callbacks";
import { randomFrom } from "../src/random.ts";
import { client, type Finding, operation } from "./client.ts";

const names = ["__proto__", "constructor", "prototype", "toString", "a", "status"] as const;

/** Bodies with the names that change prototypes, at every level: no prototype changes, and none is foreign. */
export async function prototypeBodies(seed: number, count: number): Promise<Finding> {
  const random = randomFrom(seed);
  const clean = JSON.stringify(Reflect.ownKeys(Object.prototype).map(String));
  const wrong: string[] = [];
  for (let n = 0; n < count; n++) {
    const body = `{"a":${text(random, 4)},"__proto__":${text(random, 3)}}`;
    const status = n % 5 === 0 ? 400 : 200;
    const answering = client(() => new Response(body, { status }));
    const value: unknown = await answering.request(operation(), { id: "1" }).catch(() => undefined);
    const callback = readCallback("vendor", body, []);
    if (!plain(value) || !plain(callback)) wrong.push(`body ${n} has a foreign prototype`);
    if (JSON.stringify(Reflect.ownKeys(Object.prototype).map(String)) !== clean) {
      wrong.push(`body ${n} changed Object.prototype`);
      break;
    }
  }
  return { seen: `${count} bodies, each as an answer and as a callback`, wrong };
}

/** JSON text, written by hand: `JSON.stringify` would not write `__proto__` twice. */
function text(random: () => number, depth: number): string {
  const draw = random();
  if (depth === 0 || draw < 0.2) return draw < 0.1 ? '"x"' : String(Math.floor(draw * 100));
  const inner = Array.from({ length: Math.floor(random() * 3) + 1 }, () => text(random, depth - 1));
  if (draw < 0.4) return `[${inner.join()}]`;
  return `{${inner.map((one) => `"${names[Math.floor(random() * names.length)]}":${one}`).join()}}`;
}

function plain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  const expected = Array.isArray(value) ? Array.prototype : Object.prototype;
  return (
    prototype === expected &&
    Object.keys(value).every((key) => plain(Object.getOwnPropertyDescriptor(value, key)?.value))
  );
}
