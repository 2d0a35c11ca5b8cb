import { deletionOf } from "../cases/oneCase.js";

/** `DELETE /v2/Individuals/{caseCommonId}` */
export const deleteIndividual = /* @__PURE__ */ deletionOf("deleteIndividual", "Individuals");
