import { type Schema, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe, usual } from "./fields.js";

/**
 * One party of the tree of ownership and control; the root is the company itself.
 *
 * A person may stand in several groups, and under another name than among the members: join on `caseCommonId`.
 */
export interface OrgChartNode {
  /** Name. */
  name?: string | null | undefined;
  /** What the party is to its parent, as `Director`; free text. */
  role?: string | null | undefined;
  /** The party's own case. */
  caseCommonId?: number | null | undefined;
  /** Its step in the parent's case. */
  caseStepId?: number | null | undefined;
  /** Id of the link between the two cases. */
  caseLinkId?: number | null | undefined;
  /** Percent held directly. */
  shares?: number | null | undefined;
  /** Percent held through the whole chain. */
  effectivePercentage?: number | null | undefined;
  /** The vendor's number of the jurisdiction. */
  jurisdictionId?: number | null | undefined;
  /** The vendor's number of the nationality. */
  nationalityId?: number | null | undefined;
  /** Whether it is a general partner. */
  isGeneralPartner?: boolean | null | undefined;
  /** Whether it has screening matches that nobody has looked at. */
  isUnresolvedAML?: boolean | null | undefined;
  /** Whether its screening matches have changed. */
  isUpdatedAML?: boolean | null | undefined;
  /** Whether the party was validated; text was seen as well. */
  validation?: boolean | string | null | undefined;
  /** Officers. */
  officers?: OrgChartNode[] | null | undefined;
  /** Shareholders. */
  shareholders?: OrgChartNode[] | null | undefined;
  /** Everybody else, beneficial owners among them. */
  others?: OrgChartNode[] | null | undefined;
  /** Members of a joint holding. */
  jointShareholderMembers?: OrgChartNode[] | null | undefined;
}

/** Fields of a node that carry a decision. */
export const orgChartDecisions = ["isUnresolvedAML", "isUpdatedAML", "shares", "effectivePercentage"] as const;

/** A list of nodes; by getter, because nodes hold nodes. */
const nodes = (): z.ZodMiniOptional<z.ZodMiniNullable<z.ZodMiniArray<Schema<OrgChartNode>>>> =>
  maybe(z.array(orgChartNodeSchema));

export const orgChartNodeSchema: Schema<OrgChartNode> = schemaFor<OrgChartNode>()(() =>
  z.strictObject({
    name: usual(z.string()),
    role: usual(z.string()),
    caseCommonId: maybe(z.int()),
    caseStepId: maybe(z.int()),
    caseLinkId: maybe(z.int()),
    shares: maybe(z.number()),
    effectivePercentage: maybe(z.number()),
    jurisdictionId: maybe(z.int()),
    nationalityId: maybe(z.int()),
    isGeneralPartner: maybe(z.boolean()),
    isUnresolvedAML: maybe(z.boolean()),
    isUpdatedAML: maybe(z.boolean()),
    validation: maybe(z.union([z.boolean(), z.string()])),
    get officers() {
      return nodes();
    },
    get shareholders() {
      return nodes();
    },
    get others() {
      return nodes();
    },
    get jointShareholderMembers() {
      return nodes();
    },
  }),
);
