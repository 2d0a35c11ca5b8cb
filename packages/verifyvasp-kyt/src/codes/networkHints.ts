/**
 * Network names that the documents were seen to use for KYT. Not a list of what is supported.
 *
 * Case is no difference: `Ethereum` goes in, and the callback says `ETHEREUM`.
 */
export const networkHints = ["Bitcoin", "Ethereum", "Tron", "EOS"] as const;
