import type { BilledWork, FakeRequest, PlannedFault } from "./fake-vendor.js";
import type { FakeFault } from "./faults.js";

/** Something that a fake vendor keeps and that moves on: a task, a case, a submission. It holds no person. */
export interface FakeSubject {
  /** Kind and id, as in `idv:12`: what {@link DrivableFake.act} and callbacks know it by. */
  readonly subject: string;
  /** The kind in words, as in `identity verification`. */
  readonly kind: string;
  /** Where it stands, in words. */
  readonly state: string;
  /** Whether it stays there unless somebody does something. */
  readonly isSettled: boolean;
  /** What can happen to it now. */
  readonly actions: readonly string[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** A fake vendor that a person or a script drives, whichever vendor it is. */
export interface DrivableFake {
  /** Answers one request. */
  readonly answer: (request: Request) => Promise<Response>;
  /** Requests that came, in order. */
  readonly requests: readonly FakeRequest[];
  /** What was done and costs money: the invoice. */
  readonly billed: readonly BilledWork[];
  /** Everything it keeps, oldest first. */
  readonly subjects: readonly FakeSubject[];
  /** What {@link DrivableFake.begin} can begin: what no request of yours does. */
  readonly beginnings: readonly string[];
  /** Faults that are planned and have not happened. */
  readonly plannedFaults: readonly PlannedFault[];
  /** Makes the next calls of an operation go wrong; `*` is any. */
  fail(operation: string, fault: FakeFault, times?: number): void;
  /** Takes back every planned fault. */
  forgive(): void;
  /**
   * Makes one of the subject's `actions` happen.
   *
   * @throws `TypeError` when there is no such subject, or the action is none of its own now.
   */
  act(subject: string, action: string): void;
  /** Begins something from outside, as somebody who opens a form does. Returns its subject. */
  begin(beginning: string): string;
  /** Waits until every callback under way has been answered. */
  idle(): Promise<void>;
}

/** Picks the deed of an action, or says what would have been right. */
export function deedOf(deeds: Readonly<Record<string, () => void>>, subject: string, action: string): () => void {
  const deed = Object.hasOwn(deeds, action) ? deeds[action] : undefined;
  if (deed !== undefined) return deed;
  const possible = Object.keys(deeds);
  throw new TypeError(
    possible.length === 0
      ? `Nothing can happen to ${subject} now.`
      : `${subject} knows no such action; now possible: ${possible.join(", ")}.`,
  );
}
