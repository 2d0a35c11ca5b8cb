export type { FaultPlan, FaultScript } from "./fault-script.js";
export { type FaultServer, type FaultServerOptions, type LedgerEntry, startFaultServer } from "./fault-server.js";
export {
  type ConnectionFaultName,
  type Fault,
  type FaultName,
  faultNames,
  faults,
  type RequestFaultName,
  requestFaultNames,
} from "./faults.js";
export type { WireRequest } from "./http-request-reader.js";
export { type FailingFetch, type Printer, secrecyCases, type SecrecyOptions, type SecrecyParts } from "./secrecy.js";
export { serve, type Served } from "./serve.js";
