import { deletionOf } from "../cases/oneCase.js";

/** `DELETE /v2/Companies/{caseCommonId}` */
export const deleteCompany = deletionOf("deleteCompany", "Companies");
