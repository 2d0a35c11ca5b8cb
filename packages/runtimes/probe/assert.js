/** Throws unless two values are the same JSON. */
export function equal(what, actual, expected) {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== wanted) throw new Error(`${what}: ${String(is).slice(0, 300)} instead of ${String(wanted).slice(0, 300)}`);
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
