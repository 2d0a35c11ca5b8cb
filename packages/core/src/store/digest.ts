/** SHA-256 over texts, so that no text can pass for two. */
export async function digest(...texts: readonly (string | undefined)[]): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
