export { type Sandbox, type SandboxOptions, startSandbox } from "./server/startSandbox.js";
export type { Place } from "./server/places.js";
export { readScenario } from "./scenario/readScenario.js";
export { type RunOptions, runScenario, type StepResult } from "./scenario/runScenario.js";
export type { AtVendor, Count, Expectation, Scenario, Step } from "./scenario/types.js";
export { keys } from "./stage/keys.js";
export type { DatedDeed, Deed } from "./stage/deeds.js";
export type { StageClock } from "./stage/clock.js";
export type { Deliver } from "./stage/postroom.js";
export { callbackFaults, Stage, type StageOptions } from "./stage/stage.js";
export type {
  BillLine,
  Call,
  CallbackFault,
  Desk,
  SentCallback,
  StageEvent,
  VendorDesk,
  VendorName,
} from "./stage/types.js";
