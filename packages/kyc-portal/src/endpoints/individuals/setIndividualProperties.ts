import { propertyWriteOf } from "../cases/properties.js";

/** `POST /v2/Individuals/{caseCommonId}/properties` */
export const setIndividualProperties = propertyWriteOf("setIndividualProperties", "Individuals", { verified: false });
