import {
  type ConnectionFaultName,
  type Fault,
  type FaultName,
  isRequestFault,
  type RequestFaultName,
} from "./faults.js";
import type { WireRequest } from "./http-request-reader.js";

/** Decides the fault of the n-th request, from 1. */
export type FaultScript = (request: WireRequest, n: number) => RequestFaultName | Fault<RequestFaultName>;

/** Which fault strikes when: one for all, a list that is used up one by one and then goes on with `ok`, or a function. */
export type FaultPlan = FaultName | Fault | readonly (FaultName | Fault)[] | FaultScript;

/** A plan, asked at the two moments at which a fault can strike. */
export interface Striker {
  /** Asked when a connection opens, and before the next request of an open one. */
  beforeRequest(): ConnectionFaultName | undefined;
  forRequest(request: WireRequest, n: number): Fault<RequestFaultName>;
}

/** Reads a plan. */
export function strikerOf(plan: FaultPlan): Striker {
  if (typeof plan === "function") {
    return { beforeRequest: () => undefined, forRequest: (request, n) => asFault(plan(request, n)) };
  }
  const queue = isList(plan) ? plan.map(asFault) : undefined;
  const always = queue === undefined ? asFault(plan as FaultName | Fault) : undefined;
  const head = (): Fault => always ?? queue?.[0] ?? { name: "ok" };
  return {
    beforeRequest() {
      const { name } = head();
      if (isRequestFault(name)) return undefined;
      queue?.shift();
      return name;
    },
    forRequest() {
      const fault = head();
      // Another connection may have reached a connection fault first; this request is past that point.
      if (!isFaultOfRequest(fault)) return { name: "ok" };
      queue?.shift();
      return fault;
    },
  };
}

function asFault<Name extends FaultName>(fault: Name | Fault<Name>): Fault<Name> {
  return typeof fault === "string" ? { name: fault } : fault;
}

function isList(plan: FaultPlan): plan is readonly (FaultName | Fault)[] {
  return Array.isArray(plan);
}

function isFaultOfRequest(fault: Fault): fault is Fault<RequestFaultName> {
  return isRequestFault(fault.name);
}
