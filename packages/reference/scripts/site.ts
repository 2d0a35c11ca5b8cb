import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildSite } from "../src/site/build.ts";
import { followLinks } from "../src/site/links.ts";
import { questions } from "../src/site/questions.ts";
import { openSearch } from "../src/site/search.ts";
import { weightOf } from "../src/site/weight.ts";
import { root } from "../src/workspace.ts";

/** Builds the reference into docs/reference, and follows its links. Warnings are errors. */
const site = join(root, "docs/reference");
rmSync(site, { recursive: true, force: true });
const faults = [...(await buildSite(site))];
if (!existsSync(site)) throw new Error(faults.join("; "));
for (const name of ["llms.txt", "llms-full.txt"]) copyFileSync(join(root, "docs", name), join(site, name));
const { broken, links, pages } = followLinks(site);
faults.push(...broken.map((one) => `broken link: ${one}`));
const find = openSearch(site);
for (const [question, expected] of questions) {
  const found = find(question);
  if (found[0]?.includes(expected) !== true)
    faults.push(`"${question}" finds ${found.slice(0, 3).join(", ")} before ${expected}`);
}
const { page, largest, largestPage, assets, search } = weightOf(site);
for (const fault of faults.slice(0, 60)) console.error(fault);
const kb = (size: number): string => `${size.toFixed(1)} kB`;
console.log(
  `gzip: median page ${kb(page)}, largest ${kb(largestPage)} (${largest}), scripts and styles ${kb(assets)}, search index ${kb(search)}`,
);
console.log(
  `${pages} pages, ${links} links between them, ${questions.length} questions asked, ${faults.length} faults`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
