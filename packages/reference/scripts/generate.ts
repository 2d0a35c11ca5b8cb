import { callTable } from "../src/call-table.ts";
import { loadVendors } from "../src/contracts.ts";
import { llmsFullText, llmsText } from "../src/llms.ts";
import { documentOf } from "../src/openapi/document.ts";
import { faultsOf } from "../src/openapi/validate.ts";
import { keep } from "../src/written.ts";

/** Writes what is generated and committed; with `--check` it fails when a part is stale. */
const faults: string[] = [];
const vendors = await loadVendors();
const note = (fault: string | undefined): void => void (fault === undefined ? undefined : faults.push(fault));
for (const vendor of vendors) {
  const document = await documentOf(vendor);
  note(keep(`docs/openapi/${vendor.id}.json`, `${JSON.stringify(document, null, 2)}\n`));
  for (const fault of await faultsOf(document)) note(`${vendor.id}: ${fault}`);
}
note(keep("docs/guides/document-to-call.md", callTable(vendors)));
note(keep("docs/llms.txt", llmsText(vendors)));
note(keep("docs/llms-full.txt", llmsFullText(vendors)));
for (const fault of faults) console.error(fault);
const operations = vendors.flatMap((vendor) => vendor.operations).length;
console.log(`${operations} operations in OpenAPI 3.1, two validators, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
