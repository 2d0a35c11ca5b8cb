import { propertyWriteOf } from "../cases/properties.js";

/** `POST /v2/Individuals/{caseCommonId}/properties` */
export const setIndividualProperties = /* @__PURE__ */ propertyWriteOf("setIndividualProperties", "Individuals", {
  verified: false,
});
