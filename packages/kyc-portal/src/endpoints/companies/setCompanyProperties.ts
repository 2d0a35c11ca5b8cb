import { propertyWriteOf } from "../cases/properties.js";

/** `POST /v2/Companies/{caseCommonId}/properties` */
export const setCompanyProperties = propertyWriteOf("setCompanyProperties", "Companies");
