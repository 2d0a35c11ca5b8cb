/** What a webhook tells of. */
export type WebhookTrigger = keyof typeof webhookTriggers;

/** Triggers of webhooks, each with when it fires. */
export const webhookTriggers = {
  created: "a submission began",
  retry: "the applicant failed a step and tries again",
  submit: "a submission went to a person for review; automatic decisions do not fire it",
  approved: "approved, at once or after review",
  rejected: "rejected, at once, after review or by timeout hours later",
  updated: "data were edited in the dashboard or by API",
  delete: "deleted; by API only when `admin_name` was given",
  injection: "the additional process was passed",
  injectionFail: "the additional process failed",
  aml: "the AML screening ended; it follows an approval only",
  aml_monitor: "ongoing AML monitoring has news",
} as const;
