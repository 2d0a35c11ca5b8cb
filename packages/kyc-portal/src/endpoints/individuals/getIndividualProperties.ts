import { propertiesOf } from "../cases/properties.js";

/** `GET /v2/Individuals/{caseCommonId}/properties` */
export const getIndividualProperties = /* @__PURE__ */ propertiesOf("getIndividualProperties", "Individuals");
