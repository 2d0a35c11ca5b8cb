import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Follows every link between pages of a built site. Returns those that lead nowhere, and how many there are. */
export function followLinks(site: string): { broken: readonly string[]; links: number; pages: number } {
  const pages = globSync("**/*.html", { cwd: site });
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (page: string): ReadonlySet<string> => {
    const kept = anchors.get(page);
    if (kept !== undefined) return kept;
    const found = new Set([...readFileSync(page, "utf8").matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => decode(id)));
    anchors.set(page, found);
    return found;
  };
  const broken: string[] = [];
  let links = 0;
  for (const page of pages) {
    for (const [, href = ""] of readFileSync(join(site, page), "utf8").matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (/^(?:[a-z]+:|\/\/|data:)/i.test(href) || href === "") continue;
      links++;
      const [path = "", anchor = ""] = decode(href).split("#");
      const target =
        path === "" ? join(site, page) : join(site, dirname(page), decodeURIComponent(path.split("?")[0] ?? ""));
      const isThere = existsSync(target) && statSync(target).isFile();
      const isAnchor =
        anchor === "" || !target.endsWith(".html") || (isThere && anchorsOf(target).has(decodeURIComponent(anchor)));
      if (!isThere || !isAnchor) broken.push(`${page}: ${href}${isThere ? "" : ` (no ${relative(site, target)})`}`);
    }
  }
  return { broken: [...new Set(broken)], links, pages: pages.length };
}

function decode(text: string): string {
  return text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}
