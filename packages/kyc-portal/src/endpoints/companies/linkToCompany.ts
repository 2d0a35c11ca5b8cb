import { linkOf } from "../cases/links.js";

/** `POST /v2/Companies/{parentCaseCommonId}/link/{caseCommonId}` */
export const linkToCompany = /* @__PURE__ */ linkOf("linkToCompany", "Companies");
