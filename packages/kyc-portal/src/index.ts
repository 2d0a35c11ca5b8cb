export {
  environments,
  KycPortalClient,
  type KycPortalClientOptions,
  type KycPortalDestination,
  type KycPortalEnvironment,
  kycPortalTransport,
} from "./client.js";
