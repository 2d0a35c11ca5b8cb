export { type AlertLevel, alertLevels } from "./alertLevels.js";
export { type KytApiType, kytApiTypes } from "./apiTypes.js";
export { type CallbackType, callbackTypes } from "./callbackTypes.js";
export { type TransferDirection, transferDirections } from "./directions.js";
export { type EnclaveErrorCode, enclaveErrorCodes } from "./enclaveErrors.js";
export { type ExposureType, exposureTypes } from "./exposureTypes.js";
export {
  type AddressType,
  addressTypes,
  type NameType,
  nameTypes,
  type NationalIdentifierType,
  nationalIdentifierTypes,
} from "./ivms101.js";
export { type KeyType, keyTypes } from "./keyTypes.js";
export { type KytStatus, kytStatuses } from "./kytStatuses.js";
export { networkHints } from "./networkHints.js";
export { type SanctionStatus, sanctionStatuses } from "./sanctionStatuses.js";
export { type TransactionStatus, transactionStatuses } from "./transactionStatuses.js";
export {
  type LicensedStatus,
  type VaspHealth,
  type VaspProtocol,
  vaspProtocols,
  type VaspStatus,
  vaspStatuses,
} from "./vasps.js";
export { type VerificationReason, verificationReasons } from "./verificationReasons.js";
export { type VerificationResult, verificationResults } from "./verificationResults.js";
export { type WcoStatus, wcoStatuses } from "./wcoStatuses.js";
