import { endOfString } from "./scan.js";

/**
 * Puts quotes around integers that a number would round: an id of 20 digits comes out as the text that it is.
 *
 * @param text - Valid JSON.
 */
export function quoteUnsafeIntegers(text: string): string {
  const tokens = /"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
  const pieces: string[] = [];
  let from = 0;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [token] = match;
    if (token === '"') tokens.lastIndex = endOfString(text, match.index);
    else if (/^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token))) {
      pieces.push(text.slice(from, match.index), `"${token}"`);
      from = tokens.lastIndex;
    }
  }
  return pieces.length === 0 ? text : pieces.join("") + text.slice(from);
}
