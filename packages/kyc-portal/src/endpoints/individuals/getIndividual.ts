import { readOf } from "../cases/oneCase.js";

/** `GET /v2/Individuals/{caseCommonId}` */
export const getIndividual = readOf("getIndividual", "Individuals");
