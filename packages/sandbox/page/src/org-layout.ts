/** A party of an org chart, as far as it is drawn. */
export interface OrgNode {
  readonly name?: string | null;
  readonly role?: string | null;
  readonly effectivePercentage?: number | null;
  readonly officers?: readonly OrgNode[] | null;
  readonly shareholders?: readonly OrgNode[] | null;
  readonly others?: readonly OrgNode[] | null;
}

/** A party where it is drawn. */
export interface Box {
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly share: string;
  readonly group: Group | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line from a party to the one above it. */
interface Line {
  readonly key: string;
  readonly group: Group;
  readonly path: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

type Group = "officers" | "shareholders" | "others";

const groups: readonly Group[] = ["officers", "shareholders", "others"];
const [width, height, gap, drop, margin] = [186, 50, 16, 54, 8];

/** Deepest chart that is drawn: a company may own itself. */
const deepest = 8;

/** Places every party: children stand side by side below their parent, which stands above their middle. */
export function layOut(root: OrgNode): { boxes: Box[]; lines: Line[]; width: number; height: number } {
  const boxes: Box[] = [];
  const lines: Line[] = [];
  let next = margin;
  const place = (node: OrgNode, group: Group | undefined, depth: number, key: string): number => {
    const children = depth >= deepest ? [] : childrenOf(node);
    const middles = children.map((child, at) => ({
      ...child,
      key: `${key}.${at}`,
      middle: place(child.node, child.group, depth + 1, `${key}.${at}`),
    }));
    const first = middles[0]?.middle;
    const last = middles.at(-1)?.middle;
    const middle = first === undefined || last === undefined ? next + width / 2 : (first + last) / 2;
    if (first === undefined) next += width + gap;
    const y = margin + depth * (height + drop);
    const share = typeof node.effectivePercentage === "number" ? `${node.effectivePercentage} %` : "";
    const role = depth === 0 ? "Company" : spaced(node.role ?? "");
    boxes.push({ key, name: node.name ?? "?", role, share, group, x: middle - width / 2, y, width, height });
    for (const child of middles) {
      const [from, to, bend] = [y + height, y + height + drop, y + height + drop / 2];
      const percent = child.node.effectivePercentage;
      lines.push({
        key: child.key,
        group: child.group,
        path: `M${middle} ${from}V${bend}H${child.middle}V${to}`,
        label: typeof percent === "number" ? `${percent} %` : "",
        x: child.middle + 8,
        y: to - 8,
      });
    }
    return middle;
  };
  place(root, undefined, 0, "0");
  const lowest = Math.max(...boxes.map((box) => box.y));
  return { boxes, lines, width: Math.max(next - gap, width) + margin, height: lowest + height + margin };
}

function childrenOf(node: OrgNode): { node: OrgNode; group: Group }[] {
  return groups.flatMap((group) => (node[group] ?? []).map((child) => ({ node: child, group })));
}

/** `UltimateBeneficialOwner` as people write it. */
function spaced(role: string): string {
  return role.replace(/([a-z])([A-Z])/g, "$1 $2");
}
