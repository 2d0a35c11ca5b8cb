import { propertyWriteOf } from "../cases/properties.js";

/** `POST /v2/Companies/{caseCommonId}/properties` */
export const setCompanyProperties = /* @__PURE__ */ propertyWriteOf("setCompanyProperties", "Companies");
