export { kryptogoIntentOf } from "./kryptogoIntentOf.js";
export {
  type IdvCallback,
  isIdvCallback,
  isSearchTaskCallback,
  type KryptogoCallback,
  parseKryptogoCallback,
  type SearchTaskCallback,
  type UnknownCallback,
} from "./parseKryptogoCallback.js";
export { CallbackError } from "@x/core/callbacks";
