import type { Lookup } from "@x/core";
import type { CaseDetailResponse } from "../../models/caseDetail.js";
import type { NewIndividual } from "../../models/newIndividual.js";
import { agrees, newCaseLookup } from "../cases/findNewCase.js";
import { listIndividuals } from "./listIndividuals.js";

/** A new person's case is found by name, country, nationality and date of birth, as far as the list tells them. */
export const individualLookup: Lookup<NewIndividual, CaseDetailResponse> = /* @__PURE__ */ newCaseLookup(
  listIndividuals,
  ({ individual }, input) =>
    individual != null &&
    individual.lastName != null &&
    agrees(individual.lastName, input.lastName) &&
    agrees(individual.firstName, input.firstName) &&
    agrees(individual.countryCodeISO31662, input.countryCodeiso31662) &&
    agrees(individual.nationalityCodeISO31662, input.nationalityCodeiso31662) &&
    agrees(individual.birthDate, input.birthDate),
);
