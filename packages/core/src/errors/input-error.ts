import { type CallFacts, SdkError } from "./sdk-error.js";

/** One thing wrong with an input or an option. Never holds the value. */
export interface InputIssue {
  /** Field, dotted; `*` stands for a key that the caller chose, and "" for the whole input. */
  readonly path: string;
  /** What is wrong, in one word. */
  readonly code: string;
  /** What would be right. */
  readonly expected?: string;
}

/** The input was refused before anything was sent. */
export class InputError extends SdkError {
  /** Everything wrong with the input, at once. */
  readonly issues: readonly InputIssue[];

  /** @hidden */
  constructor(facts: CallFacts, issues: readonly InputIssue[]) {
    super({
      name: "InputError",
      code: "invalid_input",
      outcome: "not_sent",
      facts,
      says: `the input was refused and nothing was sent: ${issues.map(sentence).join("; ")}.`,
    });
    this.issues = issues;
  }
}

/** A client or receiver was built with options that cannot work. */
export class ConfigurationError extends SdkError {
  /** Everything wrong with the options, at once. */
  readonly issues: readonly InputIssue[];

  /** @hidden */
  constructor(vendor: string, issues: readonly InputIssue[]) {
    super({
      name: "ConfigurationError",
      code: "invalid_configuration",
      outcome: "not_sent",
      facts: { vendor, operation: "configuration", attempts: 0, elapsedMs: 0 },
      says: `${issues.map(sentence).join("; ")}.`,
    });
    this.issues = issues;
  }
}

function sentence(issue: InputIssue): string {
  const where = issue.path === "" ? "input" : issue.path;
  return issue.expected === undefined
    ? `${where} is ${issue.code}`
    : `${where} is ${issue.code}, expected ${issue.expected}`;
}
