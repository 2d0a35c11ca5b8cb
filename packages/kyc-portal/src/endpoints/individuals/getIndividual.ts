import { readOf } from "../cases/oneCase.js";

/** `GET /v2/Individuals/{caseCommonId}` */
export const getIndividual = /* @__PURE__ */ readOf("getIndividual", "Individuals");
