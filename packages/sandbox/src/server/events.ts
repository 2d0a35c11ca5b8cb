import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { Stage } from "../stage/stage.js";

/** Milliseconds between looks at what moves by itself: a case under build tells nobody. */
const lookMs = 300;

/** Sends what is there, and then every change, until the page goes. */
export function sendEvents(context: Context, stage: Stage): Response {
  return streamSSE(context, async (stream) => {
    let told = "";
    const desk = async (): Promise<void> => {
      const { clock, ...rest } = stage.desk();
      const text = JSON.stringify([rest, clock.isRunning]);
      if (text === told) return;
      told = text;
      await send(stream, "desk", { clock, ...rest });
    };
    const all = async (): Promise<void> => {
      await send(stream, "all", { calls: stage.calls, callbacks: stage.callbacks, desk: stage.desk() });
    };
    await all();
    const stop = stage.listen((event) => {
      if (event.type === "call") void send(stream, "call", event.call);
      else if (event.type === "callback") void send(stream, "callback", event.callback);
      else if (event.type === "reset") void all();
      else {
        // Time was moved: the page's own clock has to follow, whatever else is the same.
        told = "";
        void desk();
      }
    });
    stream.onAbort(stop);
    while (!stream.aborted && !stream.closed) {
      await desk();
      await stream.sleep(lookMs);
    }
    stop();
  });
}

async function send(stream: SSEStreamingApi, event: string, data: unknown): Promise<void> {
  if (!stream.aborted) await stream.writeSSE({ event, data: JSON.stringify(data) });
}
