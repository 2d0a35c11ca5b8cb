import { propertyDeletionOf } from "../cases/properties.js";

/** `DELETE /v2/Companies/{caseCommonId}/properties/{dataType}` */
export const deleteCompanyProperty = /* @__PURE__ */ propertyDeletionOf("deleteCompanyProperty", "Companies");
