export { checkCallback, readCallback } from "./callback.js";
export { maxCallbackBytes } from "./callback-limit.js";
export type { ShapeIssue } from "./errors/body-errors.js";
export { CallbackError } from "./errors/outcome-errors.js";
