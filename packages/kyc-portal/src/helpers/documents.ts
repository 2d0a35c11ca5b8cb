import type { CaseDocumentRef, CaseDocumentsResponse } from "../models/caseDocuments.js";

/** A document of a case, with what it takes to download it. */
export interface ListedDocument {
  /** Id for `documents.download`; `undefined` when the link holds none. */
  readonly documentId: number | undefined;
  /** Labels of the groups that it stands in, outermost first; linked parties are groups of their own. */
  readonly groups: readonly string[];
  readonly document: CaseDocumentRef;
}

/**
 * The id of a document, out of its link. The link itself points to a host inside the vendor's network: never call it.
 *
 * @param link - A document's `link`.
 * @returns The id; `undefined` when the last segment is none.
 *
 * @example
 * documentIdOf("https://internal.example/v2/documents/3368"); // 3368
 */
export function documentIdOf(link: string | null | undefined): number | undefined {
  const [, digits] = /\/([1-9]\d{0,14})\/?$/.exec(link ?? "") ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Lists the documents of all groups, those of linked parties included.
 *
 * @param answer - What `documents.list` of a case returned.
 * @returns The documents, group by group.
 *
 * @example
 * for (const { documentId } of listDocuments(await portal.companies.documents.list({ caseCommonId })))
 *   if (documentId !== undefined) await portal.documents.download({ documentId });
 */
export function listDocuments(answer: CaseDocumentsResponse): ListedDocument[] {
  return listedIn(answer.documents, []);
}

function listedIn(value: unknown, groups: readonly string[]): ListedDocument[] {
  if (typeof value !== "object" || value === null || groups.length > 10) return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => listedIn(one, groups));
  const document = value as CaseDocumentRef;
  if (typeof document.link === "string") return [{ documentId: documentIdOf(document.link), groups, document }];
  return Object.entries(value).flatMap(([label, inner]) => listedIn(inner, [...groups, label]));
}
