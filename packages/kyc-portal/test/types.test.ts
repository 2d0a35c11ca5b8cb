import { expect, test } from "vitest";
import type { KycPortalClient } from "../src/index.js";

/** Read by the compiler, never run: each `@ts-expect-error` is a mistake that must not compile. */
export async function mistakes({ companies }: KycPortalClient): Promise<void> {
  const { monitoring } = companies;
  const alert = { caseCommonId: 1, alertId: 2 };
  await monitoring.actOnAlert({ ...alert, alert: "details_review", action: "Exclude" });
  await monitoring.actOnAlert({ ...alert, alert: "aml_match", caseStatus: "Closed", action: "Apply" });
  // @ts-expect-error a change of details cannot be dismissed
  await monitoring.actOnAlert({ ...alert, alert: "details_review", action: "Dismiss" });
  // @ts-expect-error a match on a live case cannot be applied
  await monitoring.actOnAlert({ ...alert, alert: "aml_match", caseStatus: "Open", action: "Apply" });
  // @ts-expect-error what can be done about a match depends on the state of the case
  await monitoring.actOnAlert({ ...alert, alert: "aml_match", action: "Apply" });
  // @ts-expect-error an expiring document cannot be applied
  await monitoring.actOnAlert({ ...alert, alert: "document_expiry", action: "Apply" });

  await monitoring.setReviewDate({ caseCommonId: 1, reviewDate: "31/12/2127" });
  await monitoring.setReviewDate({ caseCommonId: 1, reviewDate: "Do not review" });
  // @ts-expect-error the ISO form is not the vendor's
  await monitoring.setReviewDate({ caseCommonId: 1, reviewDate: "2127-12-31" });
  // @ts-expect-error no phrase of the vendor
  await monitoring.setReviewDate({ caseCommonId: 1, reviewDate: "4 months" });

  // @ts-expect-error ids are numbers
  await companies.get({ caseCommonId: "12a" });
  // @ts-expect-error a company is found by name and jurisdiction
  await companies.create({ rawname: "Example Limited" });
}

test("mistakes that must not compile are listed", () => {
  expect(mistakes).toBeTypeOf("function");
});
