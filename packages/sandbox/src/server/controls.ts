import { fakeFaults, type FakeFault } from "@x/core/testing";
import { type Context, Hono } from "hono";
import { callbackFaults, type Stage } from "../stage/stage.js";
import type { CallbackFault, VendorName } from "../stage/types.js";
import { durationOf } from "../scenario/duration.js";
import { sendEvents } from "./events.js";
import { onlyOwnPage } from "./guard.js";
import type { Place } from "./places.js";

type Body = Readonly<Record<string, unknown>>;

/** The controls over HTTP: everything that the page can do, as JSON. */
export function controls(stage: Stage, places: () => readonly Place[]): Hono {
  const api = new Hono();
  api.use(onlyOwnPage);
  api.onError((error, context) =>
    error instanceof TypeError || error instanceof SyntaxError
      ? context.json({ error: error.message }, 400)
      : context.json({ error: "The sandbox failed." }, 500),
  );
  const vendorOf = (body: Body): VendorName => textOf(body, "vendor") as VendorName;
  const on = (path: string, work: (body: Body, context: Context) => unknown): void => {
    api.post(path, async (context) => {
      const body = (await context.req.json()) as unknown;
      if (typeof body !== "object" || body === null) throw new TypeError("Send a JSON object.");
      return context.json((await work(body as Body, context)) ?? { ok: true });
    });
  };

  api.get("/about", (context) => context.json({ places: places(), faults: fakeFaults, callbackFaults }));
  api.get("/desk", (context) => context.json(stage.desk()));
  api.get("/calls", (context) => context.json(stage.calls));
  api.get("/callbacks", (context) => context.json(stage.callbacks));
  api.get("/bill", (context) => context.json(stage.bill()));
  api.get("/events", (context) => sendEvents(context, stage));
  api.get("/org-chart/:id", (context) => {
    try {
      return context.json(stage.orgChart(Number(context.req.param("id"))) as object);
    } catch {
      return context.json({ error: "There is no such company case." }, 404);
    }
  });

  on("/act", (body) => stage.act(vendorOf(body), textOf(body, "subject"), textOf(body, "action")));
  on("/begin", (body) => ({ subject: stage.begin(vendorOf(body), textOf(body, "beginning")) }));
  on("/faults", (body) =>
    stage.fail(vendorOf(body), optionalText(body, "operation") ?? "*", textOf(body, "fault") as FakeFault, times(body)),
  );
  on("/callback-faults", (body) =>
    stage.failCallbacks(vendorOf(body), textOf(body, "fault") as CallbackFault, times(body)),
  );
  on("/forgive", (body) => stage.forgive(vendorOf(body)));
  on("/callback-url", (body) => stage.setCallbackUrl(vendorOf(body), optionalText(body, "url")));
  on("/callbacks/send", async (body) => ({
    status: await stage.sendCallback(vendorOf(body), textOf(body, "kind"), textOf(body, "url")),
  }));
  on("/callbacks/:id/repeat", async (body, context) => ({
    status: await stage.repeatCallback(Number(context.req.param("id")), optionalText(body, "url")),
  }));
  on("/clock", async (body) => {
    if (body["advance"] !== undefined) await stage.clock.advance(durationOf(body["advance"]));
    if (body["set"] !== undefined) await stage.clock.set(momentOf(body["set"]));
    if (body["running"] === true) stage.clock.run();
    if (body["running"] === false) stage.clock.stop();
    return { now: stage.clock.now(), isRunning: stage.clock.isRunning };
  });
  on("/reset", () => stage.reset());
  return api;
}

/** A moment, from ISO 8601 text or milliseconds since 1970. */
function momentOf(value: unknown): number {
  const moment = typeof value === "string" ? Date.parse(value) : value;
  if (typeof moment === "number" && Number.isFinite(moment)) return moment;
  throw new TypeError("set takes a time, as in 2026-01-31T12:00:00Z.");
}

function textOf(body: Body, name: string): string {
  const value = body[name];
  if (typeof value === "string" && value !== "") return value;
  throw new TypeError(`${name} is missing, or no text.`);
}

function optionalText(body: Body, name: string): string | undefined {
  return body[name] === undefined || body[name] === null || body[name] === "" ? undefined : textOf(body, name);
}

function times(body: Body): number {
  return body["times"] === undefined ? 1 : Number(body["times"]);
}
