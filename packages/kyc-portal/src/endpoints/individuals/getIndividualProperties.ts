import { propertiesOf } from "../cases/properties.js";

/** `GET /v2/Individuals/{caseCommonId}/properties` */
export const getIndividualProperties = propertiesOf("getIndividualProperties", "Individuals");
