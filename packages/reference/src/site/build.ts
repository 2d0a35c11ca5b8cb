import {
  Application,
  type DeclarationReflection,
  IndexEvent,
  PackageJsonReader,
  PageEvent,
  type ProjectReflection,
  ReflectionKind,
  TSConfigReader,
  TypeDocReader,
} from "typedoc";
import { join } from "node:path";
import { loadVendors, type Vendor } from "../contracts.ts";
import { factsOf } from "../facts.ts";
import { publicPackages, root } from "../workspace.ts";

/** Words by which a page is found, by its id: those that people ask with, and codes and paths. */
interface Words {
  readonly asked: Map<number, string>;
  readonly codes: Map<number, string>;
}

/** Builds the site into a folder. Returns what is wrong with it; an empty list when it was written. */
export async function buildSite(out: string): Promise<readonly string[]> {
  const app = await Application.bootstrapWithPlugins(
    {
      options: join(root, ".typedoc.json"),
      entryPoints: publicPackages().map(({ folder }) => join(root, folder)),
      searchGroupBoosts: { Functions: 4, Methods: 3, Documents: 8, Classes: 2, Interfaces: 0.7, Properties: 0.3 },
      customJs: join(root, "packages/reference/src/site/page.js"),
      customCss: join(root, "packages/reference/src/site/site.css"),
    },
    [new TypeDocReader(), new PackageJsonReader(), new TSConfigReader()],
  );
  const project = await app.convert();
  if (project === undefined) return ["typedoc could not read the packages"];
  const words: Words = { asked: new Map(), codes: new Map() };
  const faults = (await loadVendors()).flatMap((vendor) => addFacts(project, vendor, words));
  nameDocuments(project, words);
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event) => indexKeys(event, words));
  app.renderer.on(PageEvent.END, (page) => {
    const contents = (page.contents ?? "")
      .replaceAll("<table>", '<div class="table" role="region" tabindex="0" aria-label="Table"><table>')
      .replaceAll("</table>", "</table></div>");
    // The first page has the README's own title.
    page.contents =
      page.url === "index.html" ? contents.replace(/<div class="tsd-page-title">.*?<\/div>/s, "") : contents;
  });
  await app.generateDocs(project, out);
  const { warningCount, errorCount } = app.logger;
  if (warningCount + errorCount > 0) faults.push(`${errorCount} errors and ${warningCount} warnings of typedoc`);
  return faults;
}

/** Puts what the contract knows under the comment of the method that sends it. */
function addFacts(project: ProjectReflection, vendor: Vendor, words: Words): string[] {
  const module = project.children?.find(({ name }) => name === vendor.package.name);
  const client = classesIn(module).find(({ name }) => name.endsWith("Client"));
  if (client === undefined) return [`${vendor.package.name} shows no client`];
  const faults: string[] = [];
  for (const operation of vendor.operations) {
    const method = methodAt(client, operation.method.split("."));
    const comment = method?.signatures?.[0]?.comment;
    if (comment === undefined) faults.push(`${vendor.id}: no page for ${operation.method}`);
    else if (!comment.blockTags.some(({ tag }) => tag === "@example"))
      faults.push(`${vendor.id}: ${operation.method} has no @example`);
    else comment.summary.push({ kind: "text", text: `\n\n${factsOf(vendor.id, operation)}\n` });
    const { name, path } = operation.endpoint;
    if (method === undefined) continue;
    words.asked.set(method.id, `${words.asked.get(method.id) ?? ""} ${spelledOut(name)}`);
    words.codes.set(method.id, `${words.codes.get(method.id) ?? ""} ${path.replaceAll(/\{\w+\}/g, "")}`);
  }
  return faults;
}

function classesIn(module: DeclarationReflection | undefined): readonly DeclarationReflection[] {
  return (module?.children ?? []).flatMap((child) =>
    child.kindOf(ReflectionKind.Class) ? [child] : child.kindOf(ReflectionKind.Module) ? classesIn(child) : [],
  );
}

function methodAt(owner: DeclarationReflection, path: readonly string[]): DeclarationReflection | undefined {
  const [name, ...rest] = path;
  const child = owner.getChildByName([name ?? ""]) as DeclarationReflection | undefined;
  if (child === undefined || rest.length === 0) return child;
  const type = child.type?.type === "reference" ? child.type.reflection : undefined;
  return type === undefined ? undefined : methodAt(type as DeclarationReflection, rest);
}

/** A guide is called what its first heading says, and is found by the words that it gives for the search. */
function nameDocuments(project: ProjectReflection, { asked }: Words): void {
  for (const document of project.documents ?? []) {
    const [first] = document.content;
    const heading = /^# (.+)\n/.exec(first?.text ?? "");
    if (first === undefined || heading?.[1] === undefined) continue;
    document.name = heading[1];
    const text = document.content.map((part) => part.text).join("");
    asked.set(document.id, /<!-- search: (.+?) -->/.exec(text)?.[1] ?? "");
  }
}

/** What people look for beside names: the keys of a table of codes, the path of a request, the words of a guide. */
function indexKeys(event: IndexEvent, { asked, codes }: Words): void {
  Object.assign(event.searchFieldWeights, { asked: 300, codes: 100, comment: 2, document: 1 });
  for (const [at, reflection] of event.searchResults.entries()) {
    const { type } = reflection as DeclarationReflection;
    const inside = type?.type === "reflection" ? type.declaration.children : undefined;
    const fields = event.searchFields[at];
    if (fields === undefined) continue;
    // The index knows a name of several words as one word; a short one is found by itself.
    const spelled = spelledOut(reflection.name);
    const isAsked = reflection.kindOf(ReflectionKind.Function) && spelled.split(" ").length > 3;
    const own = isAsked && !/^is[A-Z]/.test(reflection.name) ? spelled : undefined;
    const keys = inside?.map(({ name }) => name).join(" ") ?? codes.get(reflection.id);
    if (keys !== undefined) fields["codes"] = keys;
    const words = asked.get(reflection.id) ?? own;
    if (words !== undefined) fields["asked"] = words;
  }
}

function spelledOut(name: string): string {
  return `${name} ${name.replaceAll(/([a-z])([A-Z])/g, "$1 $2")}`;
}
