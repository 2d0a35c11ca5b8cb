import { globSync } from "node:fs";
import type { Operation, Vendor } from "./contracts.ts";
import { clientNames, factsOf } from "./facts.ts";
import { Sources } from "./prose.ts";
import { publicPackages, read, root } from "./workspace.ts";

const what = `# Compliance SDKs

> Typed TypeScript clients for compliance vendors: KryptoGO, Know Your Customer, ARGOS Identity, VerifyVASP with Chainalysis
> KYT. A call that costs money is sent once; every failure says how far the call got; no error holds a key or a person.

Rules for code that uses them:

- Name the environment or the baseUrl; there is no default.
- Never repeat a create after OutcomeUnknownError: call reconcile() first.
- Recognise errors with isSdkError, isApiError, isOutcomeUnknown; not with instanceof.
- Enums are open: write a default case, and never take an unknown value for an approval.
- A callback without a signature is a hint: read the record back before acting.
- In tests give fetch: new FakeX().fetch of the package's /testing entry.
`;

/** The map for a reader that is a program: what there is, and where it is explained. */
export function llmsText(vendors: readonly Vendor[]): string {
  const guides = guideFiles().map((file) => `- [${titleOf(file)}](${file.replace(/^docs\//, "")})`);
  const packages = publicPackages().map((one) => `- [${one.name}](../${one.folder}/README.md): ${one.description}`);
  const apis = vendors.map(
    ({ id, operations }) => `- [${id}](openapi/${id}.json): OpenAPI 3.1, ${operations.length} operations`,
  );
  return [
    what,
    "## Guides",
    "",
    ...guides,
    "- [Errors](../packages/core/errors.md): every code",
    "",
    "## Packages",
    "",
    ...packages,
    "",
    "## Contracts",
    "",
    ...apis,
    "",
    "## All in one file",
    "",
    "- [llms-full.txt](llms-full.txt): guides, packages and every operation",
    "",
  ].join("\n");
}

/** Everything in one text. */
export function llmsFullText(vendors: readonly Vendor[]): string {
  const pages = [...guideFiles().filter((file) => !file.endsWith("document-to-call.md")), "packages/core/errors.md"];
  const readmes = publicPackages().map(({ folder }) => `${folder}/README.md`);
  return [
    what,
    ...[...pages, ...readmes].map((file) => withoutComments(read(file))),
    ...vendors.map(operationsOf),
  ].join("\n");
}

function operationsOf(vendor: Vendor): string {
  const methods = new Sources(vendor.package).methods();
  const describe = (operation: Operation): string => {
    const prose = methods.get(operation.method);
    if (prose === undefined) throw new Error(`${vendor.id} has no method ${operation.method}`);
    return [
      `## ${clientNames[vendor.id] ?? vendor.id}.${operation.method}`,
      [prose.summary, prose.text].filter((text) => text !== "").join(" "),
      factsOf(vendor.id, operation),
      ...prose.throws.map((text) => `Throws ${text}`),
      `\`\`\`ts\n${prose.example.trim()}\n\`\`\`\n`,
    ].join("\n\n");
  };
  return [`# Operations of ${vendor.package.name}\n`, ...vendor.operations.map(describe)].join("\n");
}

function guideFiles(): readonly string[] {
  return globSync("docs/guides/*.md", { cwd: root }).toSorted();
}

function titleOf(file: string): string {
  return /^# (.+)$/m.exec(read(file))?.[1] ?? file;
}

function withoutComments(text: string): string {
  return text.replaceAll(/<!--.*?-->\n*/gs, "");
}
