import { isVerified, type Operation, resendOf, type Vendor } from "./contracts.ts";
import { documentOf, sectionOf } from "./sections.ts";

/** Name that examples give to a vendor's client. */
export const clientNames: Readonly<Record<string, string>> = {
  argos: "argos",
  kryptogo: "kryptogo",
  "kyc-portal": "portal",
  "verifyvasp-kyt": "verifyvasp",
};

/** A table of all operations of a vendor, in the order of their methods. */
export function tableOf({ id, operations }: Vendor, methodsOf: (operation: Operation) => readonly string[]): string {
  const rows = operations
    .toSorted((a, b) => (a.method < b.method ? -1 : 1))
    .map((operation) => {
      const { endpoint } = operation;
      const methods = methodsOf(operation).map((name) => `\`${clientNames[id] ?? id}.${name}\``);
      return [
        sectionOf(id, operation),
        `\`${endpoint.method} ${endpoint.path}\``,
        methods.join(", "),
        endpoint.cost,
        resendOf(endpoint),
        formOf(operation),
      ];
    });
  const head = ["section", "request", "method", "costs", "resent", "form"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** What the reference says of an operation beside its comment. */
export function factsOf(vendor: string, operation: Operation): string {
  const { endpoint } = operation;
  const errors = Object.entries(endpoint.errors).map(([status, reason]) => `| ${status} | ${reason} |`);
  const rows = [
    ["request", `\`${endpoint.method} ${endpoint.path}\``],
    ["costs", endpoint.cost],
    ["effect", endpoint.effect],
    ["resent", resendOf(endpoint)],
    ["time limit", `${(endpoint.timeout ?? 30_000) / 1000} s`],
    ["form", formOf(operation)],
    [documentOf(vendor), sectionOf(vendor, operation)],
  ].map((row) => `| ${row.join(" | ")} |`);
  rows.splice(1, 0, "| --- | --- |");
  return [...rows, ...(errors.length === 0 ? [] : ["", "| status | what to do |", "| --- | --- |", ...errors])].join(
    "\n",
  );
}

function formOf({ endpoint }: Operation): string {
  const form = isVerified(endpoint) ? "documented" : `inferred; \`paths.${endpoint.name}\``;
  return endpoint.deprecated === undefined ? form : `${form}; deprecated`;
}
