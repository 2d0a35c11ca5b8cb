/**
 * Whether two spellings name one wallet address: Chainalysis answers in lower case and without `0x`.
 *
 * Hexadecimal addresses are compared without `0x` and case, and any without a chain's prefix such as `bitcoincash:`.
 * Others, such as Bitcoin's, are compared as they are: there case is part of the address.
 *
 * @param a - An address.
 * @param b - Another spelling.
 * @returns Whether they are one.
 *
 * @example
 * isSameAddress("0xBb3fd383d1C5540E52EF0A7bcb9433375793aEAF", "bb3fd383d1c5540e52ef0a7bcb9433375793aeaf"); // true
 */
export function isSameAddress(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/**
 * Whether two spellings name one network: `Ethereum` goes in, and the callback says `ETHEREUM`.
 *
 * @param a - A network.
 * @param b - Another spelling.
 * @returns Whether they are one.
 *
 * @example
 * isSameNetwork("Ethereum", "ETHEREUM"); // true
 */
export function isSameNetwork(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function plain(address: string): string {
  const bare = address.trim().replace(/^[a-z]+:/, "");
  const hex = /^(?:0x)?([0-9a-f]{40,64})$/i.exec(bare)?.[1];
  return hex === undefined ? bare : hex.toLowerCase();
}
