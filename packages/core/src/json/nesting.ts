/** Whether brackets outside of strings open deeper than so many levels. Says nothing of whether the text is JSON. */
export function nestsDeeperThan(text: string, maxDepth: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = text.indexOf('"', at + 1);
      while (at > 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
      // A string that does not end is for the parser to refuse.
      if (at < 0) return false;
    } else if (code === brace || code === bracket) {
      if (++depth > maxDepth) return true;
    } else if (code === brace + 2 || code === bracket + 2) depth--;
  }
  return false;
}

const quote = 34;
const bracket = 91;
const brace = 123;

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}
