import { loadVendors } from "../src/contracts.ts";
import { documentOf } from "../src/openapi/document.ts";
import { faultsOf } from "../src/openapi/validate.ts";
import { keep } from "../src/written.ts";

/** Writes docs/openapi/<vendor>.json, or with `--check` fails when one of them is stale. */
const faults: string[] = [];
let operations = 0;
for (const vendor of await loadVendors()) {
  const document = await documentOf(vendor);
  operations += vendor.operations.length;
  const stale = keep(`docs/openapi/${vendor.id}.json`, `${JSON.stringify(document, null, 2)}\n`);
  if (stale !== undefined) faults.push(stale);
  faults.push(...(await faultsOf(document)).map((fault) => `${vendor.id}: ${fault}`));
}
for (const fault of faults) console.error(fault);
console.log(`${operations} operations in OpenAPI 3.1, two validators, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
