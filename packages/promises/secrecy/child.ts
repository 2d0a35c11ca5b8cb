import { allCases, canaries } from "./vendors.ts";
import { printers } from "./printers.ts";

// Runs on any runtime: looks at everything and says how much that was.
const [seed = "1", bodiesEach = "5", senders = "ky", oneOf = "1"] = process.argv.slice(2);
let errors = 0;
let printed = 0;
const leaks: string[] = [];
const counted = printers().map((print) => (value: unknown) => {
  printed++;
  return print(value);
});
const cases = allCases({
  seed: Number(seed),
  bodiesEach: Number(bodiesEach),
  senders: senders.split(",") as ("ky" | "fetch")[],
  oneOf: Number(oneOf),
  printers: counted,
  onError: () => errors++,
});
// A printer that shows nothing of an error that holds the key looks at nothing.
const leaky = Object.assign(new Error("failed"), { authorization: canaries.key });
printers().forEach((print, at) => print(leaky).includes(canaries.key) || leaks.push(`printer ${at} shows nothing`));
for (const { name, run } of cases)
  await run().catch((error: unknown) => leaks.push(`${name}: ${error instanceof Error ? error.message : "?"}`));
console.log(JSON.stringify({ errors, printed, cases: cases.length, leaks }));
