/** What each vendor on the stage accepts. Invented, and worth nothing anywhere else. */
export const keys = {
  kryptogo: { apiKey: "sandbox-kryptogo-key" },
  "kyc-portal": { clientId: "sandbox-client", clientSecret: "sandbox-secret" },
  argos: { apiKey: "sandbox-argos-key-0123456789abcdefghijklm" },
  verifyvasp: { callbackToken: "sandbox-callback-token" },
} as const;
