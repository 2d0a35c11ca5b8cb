import type { Operation, Vendor } from "./contracts.ts";
import { tableOf } from "./facts.ts";
import { vendorFacts } from "./openapi/vendors.ts";
import { Sources } from "./prose.ts";
import { documentOf } from "./sections.ts";

const words = `# From the vendor's document to the call

Look up what the vendor's document calls a thing, and read the method beside it. The table is generated from the contracts.

- **costs**: \`billed\` where the vendor says so, and where it does not say.
- **resent**: what may go out a second time without you. \`not sent, 429\`: only when nothing left the machine, or the vendor
  refused it unseen. \`never\`: not even then. The other words: see [money](money.md).
- **form**: \`inferred\` means that path or body are not in the vendor's documents; the named option takes another path.
`;

/** The guide with a table for each vendor. */
export function callTable(vendors: readonly Vendor[]): string {
  const parts = vendors.map((vendor) => {
    const methods = new Sources(vendor.package).methods();
    const methodsOf = ({ endpoint, method }: Operation): readonly string[] => [
      method,
      ...[...methods]
        .filter(([name, { sends }]) => name !== method && sends.includes(endpoint.name))
        .map(([name]) => name),
    ];
    const title = vendorFacts[vendor.id]?.title ?? vendor.id;
    return `## ${title}\n\nDocument: ${documentOf(vendor.id)}. Package: \`${vendor.package.name}\`.\n\n${tableOf(vendor, methodsOf)}\n`;
  });
  return [words, ...parts].join("\n");
}
