import type { OrgChartNode } from "../models/orgChart.js";

const groups: readonly OrgChartGroup[] = ["officers", "shareholders", "others", "jointShareholderMembers"];

/** A group of children in a chart. */
export type OrgChartGroup = "officers" | "shareholders" | "others" | "jointShareholderMembers";

/** A party as the walk meets it. */
export interface OrgChartVisit {
  readonly node: OrgChartNode;
  /** Node above it; `undefined` for the company itself. */
  readonly parent: OrgChartNode | undefined;
  /** Group of the parent that it stands in; `undefined` for the company itself. */
  readonly group: OrgChartGroup | undefined;
  /** Steps from the company, which is 0. */
  readonly depth: number;
}

/**
 * Walks a chart from the company outwards, parents before children. A chart that holds itself is left where it closes.
 *
 * @param root - What `companies.getOrgChart` returned.
 * @returns Every party, each time it occurs.
 *
 * @example
 * for (const { node, group } of walkOrgChart(chart)) if (group === "officers") console.log(node.name);
 */
export function* walkOrgChart(root: OrgChartNode): Generator<OrgChartVisit, void, void> {
  const stack: (OrgChartVisit & { readonly above: ReadonlySet<OrgChartNode> })[] = [
    { node: root, parent: undefined, group: undefined, depth: 0, above: new Set() },
  ];
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    const { node, parent, group, depth, above } = visit;
    yield { node, parent, group, depth };
    const path = new Set(above).add(node);
    const children = groups.flatMap((name) => {
      const list = node[name];
      return Array.isArray(list) ? list.map((child) => ({ child, name })) : [];
    });
    for (const { child, name } of children.toReversed())
      if (!path.has(child)) stack.push({ node: child, parent: node, group: name, depth: depth + 1, above: path });
  }
}

/** Choices of {@link orgChartToMermaid}. */
export interface MermaidOptions {
  /** Direction of the picture. Default `TB`: owners stand below what they own. */
  readonly direction?: "TB" | "BT" | "LR" | "RL";
}

/**
 * Draws a chart as Mermaid text: parties are boxes, roles and percentages stand on the lines, unresolved screening
 * matches are red. A party that occurs more than once, known by its case, is one box. The text holds names of persons.
 *
 * @param root - What `companies.getOrgChart` returned.
 * @param options - How it is drawn.
 * @returns Text for a `mermaid` code block.
 *
 * @example
 * await writeFile("chart.mmd", orgChartToMermaid(await portal.companies.getOrgChart({ caseCommonId })));
 */
export function orgChartToMermaid(root: OrgChartNode, options: MermaidOptions = {}): string {
  const ids = new Map<unknown, string>();
  const boxes: string[] = [];
  const lines: string[] = [];
  const flagged: string[] = [];
  const idOf = (node: OrgChartNode): string => {
    const key = node.caseCommonId ?? node;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const made = `n${ids.size}`;
    ids.set(key, made);
    boxes.push(`  ${made}["${escaped(node.name ?? "(no name)")}"]`);
    if (node.isUnresolvedAML === true) flagged.push(made);
    return made;
  };
  for (const { node, parent, group } of walkOrgChart(root)) {
    const id = idOf(node);
    if (parent !== undefined && group !== undefined) {
      const line = `  ${idOf(parent)} -- "${escaped(labelOf(node, group))}" --> ${id}`;
      if (!lines.includes(line)) lines.push(line);
    }
  }
  const red =
    flagged.length === 0 ? [] : ["  classDef aml stroke:#c00,stroke-width:3px", `  class ${flagged.join(",")} aml`];
  return [`flowchart ${options.direction ?? "TB"}`, ...boxes, ...lines, ...red, ""].join("\n");
}

function labelOf(node: OrgChartNode, group: OrgChartGroup): string {
  const role = node.role ?? group;
  const { shares, effectivePercentage } = node;
  const direct = typeof shares === "number" ? ` ${shares}%` : "";
  const differs = typeof effectivePercentage === "number" && effectivePercentage !== shares;
  return `${role}${direct}${differs ? ` (${effectivePercentage}% in all)` : ""}`;
}

/** Mermaid has no backslash; what could end a label or begin markup is written by its number. */
function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,&()'%+/-]/gu, (char) => `#${char.codePointAt(0) ?? 32};`);
}
