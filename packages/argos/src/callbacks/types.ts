import type { ShapeIssue } from "@x/core/callbacks";
import type {
  AmlMonitorWebhook,
  AmlWebhook,
  DecisionWebhook,
  DeleteWebhook,
  InjectionWebhook,
  ProgressWebhook,
  SubmitWebhook,
  UpdatedWebhook,
} from "../models/webhooks.js";

/** Payload of each trigger. */
export interface ArgosWebhooks {
  readonly created: ProgressWebhook;
  readonly retry: ProgressWebhook;
  readonly submit: SubmitWebhook;
  readonly approved: DecisionWebhook;
  readonly rejected: DecisionWebhook;
  readonly updated: UpdatedWebhook;
  readonly delete: DeleteWebhook;
  readonly injection: InjectionWebhook;
  readonly injectionFail: InjectionWebhook;
  readonly aml: AmlWebhook;
  readonly aml_monitor: AmlMonitorWebhook;
}

/** News of one submission. A hint, unless `authenticated`: read the submission before you act on it. */
export interface KnownCallback<Trigger extends keyof ArgosWebhooks = keyof ArgosWebhooks> {
  /** The trigger. */
  readonly kind: Trigger;
  /** What a waiting helper listens for, as `submission:6xx28lo115832`. */
  readonly subject: `submission:${string}`;
  /** What was sent. */
  readonly payload: ArgosWebhooks[Trigger];
  /** Where it leaves its documented shape. */
  readonly drift: readonly ShapeIssue[];
  /** Whether somebody with the key must have made it. Only a GCM cipher proves that; it may still be an old one sent again. */
  readonly authenticated: boolean;
}

/** News of a kind that is not documented. Acknowledge it, and leave it alone. */
export interface UnknownArgosCallback {
  readonly kind: "unknown";
  readonly subject?: undefined;
  readonly payload?: undefined;
  readonly drift: readonly ShapeIssue[];
  readonly authenticated: boolean;
  /** What was sent. A method, so that no log prints it. */
  readPayload(): unknown;
}

/** What ARGOS sends to the project's webhook URL. One URL receives all kinds. */
export type ArgosCallback =
  | { [Trigger in keyof ArgosWebhooks]: KnownCallback<Trigger> }[keyof ArgosWebhooks]
  | UnknownArgosCallback;
