import { receiver } from "../../../receiver.ts";

/** Next calls this with a web `Request`. On a platform that freezes it afterwards: `after(() => receiver().idle())`. */
export async function POST(request: Request): Promise<Response> {
  return await receiver()(request);
}
