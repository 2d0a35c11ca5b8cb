import { propertiesOf } from "../cases/properties.js";

/** `GET /v2/Companies/{caseCommonId}/properties` */
export const getCompanyProperties = /* @__PURE__ */ propertiesOf("getCompanyProperties", "Companies");
