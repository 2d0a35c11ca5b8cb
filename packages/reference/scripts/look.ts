import axe from "axe-core";
import { existsSync, globSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { inChromium } from "../src/site/browser.ts";
import { questions } from "../src/site/questions.ts";
import { root } from "../src/workspace.ts";

/**
 * Looks at the built site in a real Chromium, from files and without a network: asks it ten questions, measures it with
 * axe at the widths of a phone and a desk, and with `--pictures DIR` keeps what it saw.
 */
const site = join(root, "docs/reference");
if (!existsSync(site)) throw new Error("There is no site: run node packages/reference/scripts/site.ts first.");
const at = process.argv.indexOf("--pictures");
const pictures = at < 0 ? undefined : process.argv[at + 1];
const faults: string[] = [];

await inChromium(async (context) => {
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  const began = performance.now();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(addressOf("index.html"));
  await page.click("#tsd-search-trigger");
  for (const [question, expected] of questions) {
    const found = await ask(page, question);
    const isFirst = found[0]?.includes(expected) === true;
    if (!isFirst) faults.push(`"${question}": ${found.slice(0, 3).join(", ") || "nothing"} and not ${expected}`);
  }
  const took = Math.round((performance.now() - began) / questions.length);
  console.log(`${questions.length} questions asked, ${took} ms each with the box's own delay of 200 ms`);
  let views = 0;
  for (const width of [390, 1280])
    for (const file of pagesToLookAt()) {
      faults.push(...(await view(page, file, width)));
      views++;
    }
  console.log(`${views} views measured with axe ${axe.version} at 390 and 1280 px`);
});
for (const fault of faults) console.error(fault);
console.log(`${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

function addressOf(file: string): string {
  return pathToFileURL(join(site, file)).href;
}

/** One page of each kind: the first, guides, a client, its methods, a model, a table of codes, a function. */
function pagesToLookAt(): readonly string[] {
  const kinds = ["classes/*.SearchTasks.html", "classes/*.KycPortalClient.html", "interfaces/*.Submission.html"];
  const more = [
    "functions/*.waitForCase.html",
    "variables/*.rejectCodes.html",
    "modules/*kryptogo.index.html",
    "types/*.KryptogoClientOptions.html",
  ];
  const found = [...kinds, ...more].flatMap((pattern) => globSync(pattern, { cwd: site }).toSorted().slice(0, 1));
  const guides = globSync("documents/{Money,Testing*,From_the_vendor*}.html", { cwd: site });
  return ["index.html", ...guides.toSorted(), ...found];
}

async function ask(page: Page, question: string): Promise<readonly string[]> {
  const results = page.locator("#tsd-search-results");
  await results.evaluate((list) => list.replaceChildren());
  await page.locator("#tsd-search-input").fill(question);
  await results
    .locator("li a")
    .first()
    .waitFor({ timeout: 8000 })
    .catch(() => undefined);
  return await results
    .locator("li a")
    .evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).href.split("/reference/")[1] ?? ""));
}

async function view(page: Page, file: string, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(addressOf(file));
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    async () =>
      await (globalThis as unknown as { axe: { run: () => Promise<{ violations: readonly Violation[] }> } }).axe.run(),
  );
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (pictures !== undefined) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${file.replaceAll(/\W+/g, "-")}-${width}.png`) });
  }
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return [
    ...serious.map(
      ({ id, nodes }) =>
        `${file} at ${width} px: axe ${id}, ${nodes.length} times, first ${nodes[0]?.html.slice(0, 160)}`,
    ),
    ...(overflow > 0 ? [`${file} at ${width} px: ${overflow} px wider than the screen`] : []),
  ];
}

interface Violation {
  readonly id: string;
  readonly impact?: string;
  readonly nodes: readonly { readonly html: string }[];
}
