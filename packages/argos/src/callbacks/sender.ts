/**
 * The one address that ARGOS documents its webhooks to come from.
 *
 * Let it in at the firewall and nobody else. An address proves little by itself, and `X-Forwarded-For` nothing.
 */
export const argosSender = "52.78.194.237";
