import type { Transport } from "./transport.js";

/** A group of operations of one client. */
export abstract class Resource {
  /** @hidden */
  protected readonly transport: Transport;

  /** @hidden */
  constructor(transport: Transport) {
    this.transport = transport;
    // A getter would hide it as well; a hidden property also keeps `console.log(client)` short.
    Object.defineProperty(this, "transport", { enumerable: false });
  }
}
