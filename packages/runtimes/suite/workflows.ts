/** Actions that somebody else could change under us, and rights that were not thought about. */
export function pinProblems(text: string): string[] {
  const uses = [...text.matchAll(/^\s*(?:- )?uses:\s*(\S+)(.*)$/gm)];
  return [
    ...uses
      .filter(([, action = "", comment = ""]) => !/@[\da-f]{40}$/.test(action) || !/#\s*v\d+\.\d+\.\d+/.test(comment))
      .map(([, action]) => `${action} is not pinned by digest, with its version in a comment`),
    ...(/^permissions:\n {2}contents: read\n(?! )/m.test(text) ? [] : ["does not begin with the right to read alone"]),
    ...(/\bpull_request_target\b/.test(text) ? ["runs strangers' code with rights"] : []),
  ];
}

/** What publishing must have: a short-lived identity and a proof of origin, and no token to steal. */
export function releaseProblems(text: string): string[] {
  return [
    ...(/\bid-token: write\b/.test(text) ? [] : ["has no identity of its own (id-token)"]),
    ...(/--provenance\b/.test(text) ? [] : ["publishes without provenance"]),
    ...(/secrets\.|_TOKEN\b/.test(text) ? ["uses a token"] : []),
    ...(/^ {4}environment: \w+$/m.test(text) ? [] : ["is guarded by no environment"]),
  ];
}
