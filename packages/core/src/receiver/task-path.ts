import { toBase64 } from "../base64.js";
import { lastSegment, type Proof } from "./proofs.js";
import { areEqual, Mac } from "./secret.js";

/** Proves a sender by a secret in the path that is different for each task. */
export interface TaskPathProof extends Proof {
  /**
   * Makes the last segment of the callback URL of one task: 44 characters of `A-Za-z0-9_-`.
   *
   * @param reference - Your own reference of the task, as you give it to the vendor. It cannot be read off the segment.
   */
  segment(reference: string): Promise<string>;
}

/** Characters of one half: 128 bits. */
const half = 22;
const encoder = new TextEncoder();

/**
 * A secret of its own in the callback URL of each task, for vendors that take a URL per task and set no header.
 *
 * A URL that leaks opens one task only: the segment is made from the reference, and a record with another reference that
 * comes through it is dropped. It is checked before the body is read, and nothing is stored.
 *
 * @param keys - At least 32 random characters; while it changes the new one and then the old one.
 *
 * @example
 * const proof = taskPathProof(key);
 * const callback_url = `https://app.example.com/callbacks/${await proof.segment(customer_reference)}`;
 */
export function taskPathProof(...keys: readonly string[]): TaskPathProof {
  const sound = keys.length > 0 && keys.every((key) => typeof key === "string" && /^[\x21-\x7e]{32,}$/.test(key));
  const macs = keys.map((key) => new Mac(encoder.encode(key)));
  const tagOf = async (mac: Mac, reference: string): Promise<string> => textOf(await mac.of(`task ${reference}`));
  const sealOf = async (mac: Mac, tag: string): Promise<string> => textOf(await mac.of(`seal ${tag}`));
  return {
    sufficient: true,
    issues: sound ? [] : [{ path: "taskPath", code: "invalid", expected: "at least 32 visible ASCII characters" }],
    async segment(reference) {
      const [mac] = macs;
      if (mac === undefined) throw new TypeError("taskPathProof has no key.");
      const tag = await tagOf(mac, reference);
      return tag + (await sealOf(mac, tag));
    },
    async check({ path }) {
      const segment = lastSegment(path);
      let found = false;
      for (const mac of macs) found = same(await sealOf(mac, segment.slice(0, half)), segment.slice(half)) || found;
      return found && segment.length === 2 * half;
    },
    boundTo: ({ path }) => lastSegment(path).slice(0, half),
    async fits(boundTo, reference) {
      let found = false;
      for (const mac of macs) found = same(await tagOf(mac, reference), boundTo) || found;
      return found;
    },
  };
}

function textOf(mac: Uint8Array): string {
  return toBase64(mac).slice(0, half).replaceAll("+", "-").replaceAll("/", "_");
}

function same(one: string, other: string): boolean {
  return areEqual(encoder.encode(one), encoder.encode(other.padEnd(half).slice(0, half)));
}
