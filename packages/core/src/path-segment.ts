/** Why a value cannot be one segment of a path; `undefined` when it can. */
export function segmentProblem(value: string): string | undefined {
  if (value === "") return "empty";
  if (value.length > 256) return "longer than 256 characters";
  if (!value.isWellFormed()) return "not well-formed Unicode";
  // Proxies and servers decode once more than they should, so every level is looked at.
  let decoded = value;
  for (let level = 0; level < 10; level++) {
    if (decoded === "." || decoded === "..") return "a dot segment";
    if (/[/\\?#\u0000-\u001f\u007f-\u009f]/.test(decoded)) return "more than one path segment";
    const next = decodeOnce(decoded);
    if (next === decoded) return undefined;
    decoded = next;
  }
  return "encoded too often";
}

function decodeOnce(value: string): string {
  return value.replace(/%[0-9a-f]{2}/gi, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
}
