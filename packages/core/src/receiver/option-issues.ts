import type { InputIssue } from "../errors/input-error.js";
import type { ReceiverOptions } from "./types.js";

/** What is wrong with a receiver's options. A receiver that asks for no proof is not built. */
export function optionIssues<Event>(options: ReceiverOptions<Event>, parseProves: boolean): InputIssue[] {
  const { proofs = [], unauthenticated, onEvent, handOver } = options;
  const issues = proofs.flatMap((proof) => proof.issues.map((one) => ({ ...one, path: `proofs.${one.path}` })));
  const proven = parseProves || proofs.some((proof) => proof.sufficient);
  if (unauthenticated !== undefined && unauthenticated !== "private-network")
    issues.push({ path: "unauthenticated", code: "invalid", expected: "private-network" });
  else if (unauthenticated === undefined && !proven)
    issues.push({ path: "proofs", code: "missing", expected: "a proof of the sender, such as a bearer token" });
  else if (unauthenticated !== undefined && proven)
    issues.push({ path: "unauthenticated", code: "contradictory", expected: "either proofs or unauthenticated" });
  if (typeof onEvent !== "function") issues.push({ path: "onEvent", code: "missing", expected: "a function" });
  if (handOver !== undefined && typeof handOver !== "function" && typeof handOver.add !== "function")
    issues.push({ path: "handOver", code: "invalid", expected: "a function, or an object that has add()" });
  for (const name of ["rememberMs", "leaseMs"] as const)
    if (options[name] !== undefined && !(options[name] >= 1))
      issues.push({ path: name, code: "out_of_range", expected: "a positive number of milliseconds" });
  return issues;
}
