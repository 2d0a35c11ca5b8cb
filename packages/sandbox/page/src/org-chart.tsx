import { useEffect, useState } from "preact/hooks";
import { read } from "./api.ts";
import { type Box, layOut, type OrgNode } from "./org-layout.ts";

/** Who owns and who runs a company, as a drawing. */
export function OrgChart({ id }: { readonly id: string }) {
  const [root, setRoot] = useState<OrgNode>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    read<OrgNode>(`org-chart/${id}`).then(setRoot, (error: Error) => setProblem(error.message));
  }, [id]);
  if (problem !== undefined) return <p class="nothing">{problem}</p>;
  if (root === undefined) return <p class="nothing">Drawing…</p>;
  const { boxes, lines, width, height } = layOut(root);
  return (
    <figure class="chart">
      <div class="scroll" tabIndex={0} role="group" aria-label={`Ownership chart of case ${id}`}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={`Ownership: ${boxes.map(say).join("; ")}`}
        >
          {lines.map((line) => (
            <g key={line.key}>
              <path d={line.path} class={line.group === "officers" ? "edge dashed" : "edge"} />
              {line.label === "" ? null : (
                <text x={line.x} y={line.y} class="share">
                  {line.label}
                </text>
              )}
            </g>
          ))}
          {boxes.map((box) => (
            <g key={box.key} transform={`translate(${box.x} ${box.y})`} class={`box ${box.group ?? "root"}`}>
              <title>{say(box)}</title>
              <rect width={box.width} height={box.height} rx="8" />
              <text x={box.width / 2} y="21" class="name">
                {cut(box.name)}
              </text>
              <text x={box.width / 2} y="38" class="role">
                {box.role}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <figcaption>Lines are ownership, dashed lines office. The parties are made up.</figcaption>
    </figure>
  );
}

function say({ name, role, share }: Box): string {
  return [name, role, share].filter((part) => part !== "").join(", ");
}

function cut(name: string): string {
  // Capitals are wider.
  const most = name === name.toUpperCase() ? 21 : 26;
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}
