/** Throws unless two values are the same JSON. */
export function equal(what, actual, expected) {
  const [is, wanted] = [JSON.stringify(actual) ?? "undefined", JSON.stringify(expected) ?? "undefined"];
  if (is !== wanted) throw new Error(`${what}: ${is.slice(0, 300)} instead of ${wanted.slice(0, 300)}`);
}

/** What a call throws; throws when it does not. */
export async function thrown(what, calling) {
  let value;
  try {
    value = await calling();
  } catch (error) {
    return error;
  }
  throw new Error(`${what}: gave ${JSON.stringify(value)?.slice(0, 200)} instead of an error`);
}

/** Hex of a SHA-256. */
export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
