import { type RequestOptions, Resource } from "@x/core";
import { deleteWebhook, type DeleteWebhookInput } from "../endpoints/sandboxWebhooks/deleteWebhook.js";
import { listWebhooks } from "../endpoints/sandboxWebhooks/listWebhooks.js";
import { subscribeWebhook, type SubscribeWebhookInput } from "../endpoints/sandboxWebhooks/subscribeWebhook.js";
import type { NoInput } from "../models/ids.js";
import type { WebhookSubscription } from "../models/webhookSubscription.js";

/** URLs that the sandbox calls. In production an administrator sets the one URL in the web app. */
export class SandboxWebhooks extends Resource {
  /**
   * Has the sandbox call a URL. It does not notice duplicates: list first, and subscribe when there is none.
   *
   * @param input - The URL and the events.
   * @param options - Choices for this call alone.
   * @returns The subscription.
   * @throws {@link ApiError} 404 on any other host than the sandbox.
   *
   * @example
   * await portal.sandboxWebhooks.subscribe({ url: "https://example.com/hooks/8f3k", event_types: ["CaseReady"], active: true });
   */
  async subscribe(input: SubscribeWebhookInput, options?: RequestOptions): Promise<WebhookSubscription> {
    return await this.transport.request(subscribeWebhook, input, options);
  }

  /**
   * Lists the subscriptions.
   *
   * @param input - Nothing.
   * @param options - Choices for this call alone.
   * @returns The subscriptions.
   * @throws {@link ApiError} 404 on any other host than the sandbox.
   *
   * @example
   * const subscriptions = await portal.sandboxWebhooks.list();
   */
  async list(input: NoInput = {}, options?: RequestOptions): Promise<WebhookSubscription[]> {
    return await this.transport.request(listWebhooks, input, options);
  }

  /**
   * Deletes a subscription.
   *
   * @param input - Which subscription.
   * @param options - Choices for this call alone.
   * @returns What the vendor answers, which is not documented.
   * @throws {@link ApiError} 404 when there is no such subscription.
   *
   * @example
   * await portal.sandboxWebhooks.delete({ id: "7d1f" });
   */
  async delete(input: DeleteWebhookInput, options?: RequestOptions): Promise<unknown> {
    return await this.transport.request(deleteWebhook, input, options);
  }
}
