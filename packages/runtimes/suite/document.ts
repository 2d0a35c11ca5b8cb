import type { ConsumerRow } from "./consumers/types.ts";
import { expectedFaults } from "./expected-faults.ts";
import { type Cell, cellNames } from "./judge.ts";
import { Notes, type Row, table } from "./table.ts";

/** Everything that the suite found. */
export interface Findings {
  readonly rows: readonly Row[];
  readonly consumers: readonly ConsumerRow[];
}

/** The page in `docs`. */
export function document({ rows, consumers }: Findings): string {
  const faultLines = Object.entries(expectedFaults).map(([name, { read, create, reads = 0 }]) =>
    [`\`${name}\``, read, reads === 0 ? "not read" : reads, create].join(" | "),
  );
  return `# Where it runs

<!-- Written by \`node packages/runtimes/scripts/suite.ts\`. -->

Every package is packed as it would be published, installed from its tarball into a project outside the workspace, and makes real
calls over loopback to the fake vendors and to servers that break on purpose. One probe runs everywhere; in a page it talks to a
backend of its own, which adds the credentials. A cell with a number is as good as the runtime allows; the note says why.

${section(["runtime", "version", "form", ...cellNames], rows.map(runtimeCells))}

- **call**: all four vendors, validated; pages, typed errors, abort; both senders.
- **upload**: 1.5 MB of picture arrive byte by byte, as base64 and in a form; a file comes back.
- **callback**: each vendor's are read, broken ones refused; a receiver takes a \`Request\`, gives a \`Response\`, and hands over once.
- **crypto**: the ARGOS ciphers read what OpenSSL wrote, notice tampering, and carry calls.
- **faults**: each fault below ends in the same \`code\` and \`outcome\`; a billed create arrives at most once.
- **redirect**: 301, 302, 303, 307, 308 to another origin: no connection is opened there.
- **resend**: 100 billed creates, each on a connection that served before and that is closed, or reset, after the create was read: exactly 100
  arrive.

## What each fault comes to

${table(["fault", "free read", "times sent", "billed create, at most once"], faultLines).join("\n")}

## Compilers, bundlers, test runners

A program that uses all four packages, composes their schemas with its own zod, and is compiled, bundled or tested.

${section(["tool", "version", "how", "result"], consumers.map(consumerCells))}
`;
}

function section(head: readonly string[], rows: readonly (readonly (string | Cell)[])[]): string {
  const notes = new Notes();
  const lines = rows.map((cells) =>
    cells.map((cell) => (typeof cell === "string" ? cell : notes.mark(cell))).join(" | "),
  );
  return [...table(head, lines), ...(notes.lines.length === 0 ? [] : ["", ...notes.lines])].join("\n");
}

function runtimeCells({ name, version, form, cells }: Row): (string | Cell)[] {
  return [name, version, form, ...cellNames.map((cell) => cells[cell])];
}

function consumerCells({ name, version, what, cell }: ConsumerRow): (string | Cell)[] {
  return [name, version, what, cell];
}

/** What is wrong with new findings, measured by the page that is there. */
export function regressions({ rows, consumers }: Findings, page: string): string[] {
  const known = new Map(
    page.split("\n").flatMap((line) => {
      const cells = line.startsWith("|")
        ? line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim())
        : [];
      return cells.length === 0 ? [] : [[keyOf(cells), cells] as const];
    }),
  );
  return [...rows.map(runtimeCells), ...consumers.map(consumerCells)].flatMap((cells) => {
    const said = known.get(keyOf(cells));
    const name = keyOf(cells).replaceAll("|", ", ");
    if (said === undefined) return [`${name}: not in docs/runtimes.md; run the suite without --check`];
    return cells.flatMap((cell, at) => {
      if (typeof cell === "string" || cell.state === "ok") return [];
      if (cell.state === "noted" && said[at]?.startsWith("ok (") === true) return [];
      return [`${name}: was "${said[at]}" and is ${cell.state}: ${cell.says}`];
    });
  });
}

/** A row is known by its name and form; the browser's version is whatever Debian has. */
function keyOf(cells: readonly (string | Cell)[]): string {
  const [name = "", version = "", form = ""] = cells.map(String);
  return `${name}|${name === "Chromium" ? "" : version}|${form}`;
}
