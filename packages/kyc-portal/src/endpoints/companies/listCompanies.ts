import { listOf } from "../cases/oneCase.js";

/** `GET /v2/Companies` */
export const listCompanies = /* @__PURE__ */ listOf("listCompanies", "Companies");
