export { checkCallback, maxCallbackBytes, readCallback } from "./callback.js";
export type { ShapeIssue } from "./errors/body-errors.js";
export { CallbackError } from "./errors/outcome-errors.js";
