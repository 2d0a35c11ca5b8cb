import { mswHandlers } from "@x/core/testing/msw";
import type { HttpHandler } from "msw";
import { below } from "./stage/below.js";
import { Stage, type StageOptions } from "./stage/stage.js";
import type { VendorName } from "./stage/types.js";

/** Where the handlers answer, and how the vendors behave. */
export interface SandboxHandlersOptions extends StageOptions {
  /** URL below which the vendors stand, each at its name. Default `https://sandbox.test`. */
  readonly baseUrl?: string | undefined;
}

/** The vendors behind msw, and what drives them. */
export interface SandboxHandlers {
  /** For `setupServer` in Node and `setupWorker` in a browser. */
  readonly handlers: readonly HttpHandler[];
  /** The vendors: move a case on, plan a fault, set the clock, read calls and bill. */
  readonly stage: Stage;
  /** Base URL of each vendor. */
  readonly baseUrls: Readonly<Record<VendorName | "argos-encrypted", string>>;
}

/**
 * Puts the four vendors behind msw, for tests in Node and in the browser.
 *
 * @param options - Where they answer, and how they behave.
 * @returns Handlers, base URLs and the stage.
 *
 * @example
 * import { sandboxHandlers } from "@x/sandbox/msw";
 * import { setupServer } from "msw/node";
 *
 * const { handlers, stage, baseUrls } = sandboxHandlers();
 * const server = setupServer(...handlers);
 * server.listen();
 * stage.fail("kryptogo", "listSearchTasks", "stall-body");
 * server.close();
 */
export function sandboxHandlers(options: SandboxHandlersOptions = {}): SandboxHandlers {
  const stage = new Stage(options);
  const root = (options.baseUrl ?? "https://sandbox.test").replace(/\/+$/, "");
  const at = (path: string): string => `${root}/${path}`;
  const baseUrls = {
    kryptogo: at("kryptogo"),
    "kyc-portal": at("kyc-portal"),
    argos: at("argos"),
    "argos-encrypted": at("argos-encrypted"),
    verifyvasp: at("verifyvasp"),
  };
  const handlers = Object.entries(baseUrls).flatMap(([path, baseUrl]) =>
    mswHandlers(baseUrl, async (request) => {
      const isEncrypted = path === "argos-encrypted";
      const name = (isEncrypted ? "argos" : path) as VendorName;
      return await stage.answer(name, await below(new URL(baseUrl).pathname, request), isEncrypted);
    }),
  );
  return { handlers, stage, baseUrls };
}
