/** What a user would ask, and the page that has to come first: its address contains the text. */
export const questions: readonly (readonly [question: string, page: string])[] = [
  ["how do I wait for a case", "waitForCase"],
  ["what does too_many_retry mean", "rejectCodes"],
  ["resend after timeout", "documents/Money"],
  ["create search task", "SearchTasks.html#create"],
  ["detect cipher", "detectCipher"],
  ["reconcile lost answer", "documents/Money"],
  ["test with the fake", "Testing_with_the_fake_vendors"],
  ["unknown enum value", "Drift"],
  ["upload document passport", "IndividualDocuments"],
  ["POST /v1/risk-assessment/chainalysis-kyt", "Kyt.html#requestassessment"],
];
