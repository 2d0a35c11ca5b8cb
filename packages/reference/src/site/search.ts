import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

interface Index {
  readonly rows: readonly { readonly name: string; readonly url: string }[];
  readonly index: object;
}

interface Lunr {
  readonly Index: { load: (index: object) => { search: (query: string) => { ref: string; score: number }[] } };
}

/** Opens the search index of a built site; what it returns finds pages as the site's own search box does. */
export function openSearch(site: string): (question: string) => readonly string[] {
  const lunr = createRequire(createRequire(import.meta.url).resolve("typedoc"))("lunr") as Lunr;
  const [, packed = ""] = /"([^"]+)"/.exec(readFileSync(join(site, "assets/search.js"), "utf8")) ?? [];
  const data = JSON.parse(inflateSync(Buffer.from(packed, "base64")).toString()) as Index;
  const index = lunr.Index.load(data.index);
  const common = commonWords();
  return (question) => {
    const words = question.split(/[\s?]+/).filter((word) => word !== "" && !common.test(word));
    const text = words.join(" ").toLowerCase();
    return index
      .search(words.map((word) => `*${word}*`).join(" "))
      .map(({ ref, score }) => {
        const row = data.rows[Number(ref)] ?? { name: "", url: "" };
        const isBeginning = row.name.toLowerCase().startsWith(text);
        return {
          url: row.url,
          score: isBeginning ? (score * 10) / (1 + Math.abs(row.name.length - text.length)) : score,
        };
      })
      .toSorted((a, b) => b.score - a.score)
      .map(({ url }) => url);
  };
}

/** The list of the page's own script. */
function commonWords(): RegExp {
  const script = readFileSync(new URL("page.js", import.meta.url), "utf8");
  const [, source = ""] = /const common =\s*\/(.+)\/i;/.exec(script) ?? [];
  return new RegExp(source, "i");
}
