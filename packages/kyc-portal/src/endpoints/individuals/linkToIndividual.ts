import { linkOf } from "../cases/links.js";

/** `POST /v2/Individuals/{parentCaseCommonId}/link/{caseCommonId}` */
export const linkToIndividual = linkOf("linkToIndividual", "Individuals");
