import { linkOf } from "../cases/links.js";

/** `POST /v2/Individuals/{parentCaseCommonId}/link/{caseCommonId}` */
export const linkToIndividual = /* @__PURE__ */ linkOf("linkToIndividual", "Individuals");
