import { type Clock, FakeRefusal } from "@x/core/testing";

/** The portal's error body. */
export function refusalBody(clock: Clock, statusCode: number, message: string): unknown {
  const at = new Date(clock.now()).toISOString();
  const [year, month, day] = at.slice(0, 10).split("-");
  const timeStamp = `${day}/${month}/${year} ${at.slice(11, 19)}`;
  const description = statusCode === 500 ? "Internal Error" : message;
  return { statusCode, message: statusCode === 500 ? "Api Error" : message, apiErrors: [{ description, timeStamp }] };
}

/** Refuses a request as the portal does. */
export function refuse(clock: Clock, status: number, message: string): never {
  throw new FakeRefusal(status, refusalBody(clock, status, message));
}

/** Waits by a clock. */
export async function pause(clock: Clock, ms: number): Promise<void> {
  if (ms > 0) await new Promise<void>((resolve) => clock.after(ms, resolve));
}

/** A time as the portal writes it: with an offset in place of Z. */
export function timeOf(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, "+00:00");
}
