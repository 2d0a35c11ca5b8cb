import { listOf } from "../cases/oneCase.js";

/** `GET /v2/Individuals` */
export const listIndividuals = listOf("listIndividuals", "Individuals");
