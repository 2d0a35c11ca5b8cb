import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { below } from "../stage/below.js";
import type { Stage } from "../stage/stage.js";
import type { VendorName } from "../stage/types.js";

const mounted: Readonly<Record<string, { readonly vendor: VendorName; readonly isEncrypted: boolean }>> = {
  kryptogo: { vendor: "kryptogo", isEncrypted: false },
  "kyc-portal": { vendor: "kyc-portal", isEncrypted: false },
  argos: { vendor: "argos", isEncrypted: false },
  "argos-encrypted": { vendor: "argos", isEncrypted: true },
  verifyvasp: { vendor: "verifyvasp", isEncrypted: false },
};

/** The vendors, each below a path of its own. */
export function mounts(stage: Stage): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  for (const [path, { vendor, isEncrypted }] of Object.entries(mounted))
    app.all(`/${path}/*`, async (context) => {
      const response = await stage.answer(vendor, await below(`/${path}`, context.req.raw), isEncrypted);
      if (response.type !== "error") return response;
      context.env.incoming.socket.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    });
  return app;
}
