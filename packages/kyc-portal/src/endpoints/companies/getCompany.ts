import { readOf } from "../cases/oneCase.js";

/** `GET /v2/Companies/{caseCommonId}` */
export const getCompany = /* @__PURE__ */ readOf("getCompany", "Companies");
