import { propertyDeletionOf } from "../cases/properties.js";

/** `DELETE /v2/Individuals/{caseCommonId}/properties/{dataType}` */
export const deleteIndividualProperty = /* @__PURE__ */ propertyDeletionOf("deleteIndividualProperty", "Individuals");
