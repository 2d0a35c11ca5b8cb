import { listOf } from "../cases/oneCase.js";

/** `GET /v2/Companies` */
export const listCompanies = listOf("listCompanies", "Companies");
