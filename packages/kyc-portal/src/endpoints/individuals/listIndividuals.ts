import { listOf } from "../cases/oneCase.js";

/** `GET /v2/Individuals` */
export const listIndividuals = /* @__PURE__ */ listOf("listIndividuals", "Individuals");
