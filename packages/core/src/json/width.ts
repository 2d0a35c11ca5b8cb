import { endOfString } from "./scan.js";

/**
 * Whether a text holds more values than a limit, told by its commas before it is parsed: a million keys cost the parser
 * seconds and hundreds of megabytes.
 *
 * @param text - JSON, or something like it.
 * @param maxValues - The limit. A text that is only a little over it may pass here; who counts the values finds it.
 */
export function isTooWide(text: string, maxValues: number): boolean {
  // So short a text has no room for so many values.
  if (text.length < 2 * maxValues) return false;
  let commas = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x22) {
      const end = endOfString(text, at);
      // A string that does not end is the parser's to refuse.
      if (end <= at) return false;
      at = end - 1;
    } else if (char === 0x2c && ++commas > maxValues) return true;
  }
  return false;
}
