import { checkTypes } from "../src/snippets/check.ts";
import { play } from "../src/snippets/play.ts";
import { writePrograms } from "../src/snippets/write.ts";

/**
 * Type-checks and runs every snippet of pages and docstrings against the fake vendors.
 *
 * An argument keeps to the files that hold it in their name.
 */
const { programs, excluded } = await writePrograms(process.argv[2]);
const faults = [...checkTypes(programs)];
process.on("unhandledRejection", (reason) => faults.push(`unhandled: ${String(reason)}`));
for (const program of programs) {
  const fault = await play(program);
  if (fault !== undefined) faults.push(fault);
}
await new Promise((resolve) => setTimeout(resolve, 50));
for (const fault of faults) console.error(`${fault}\n`);
for (const { file, line, excluded: why } of excluded) console.log(`not run: ${file}:${line}: ${why}`);
const docstrings = programs.filter(({ snippet }) => snippet.kind === "docstring").length;
console.log(
  `${programs.length} snippets checked and run (${docstrings} of docstrings, ${programs.length - docstrings} of pages), ` +
    `${excluded.length} excluded with a reason, ${faults.length} faults`,
);
process.exit(faults.length === 0 && programs.length > 0 ? 0 : 1);
