import { deletionOf } from "../cases/oneCase.js";

/** `DELETE /v2/Companies/{caseCommonId}` */
export const deleteCompany = /* @__PURE__ */ deletionOf("deleteCompany", "Companies");
