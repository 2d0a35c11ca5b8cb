import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";

/** Nothing has to be said. */
export type CheckHealthInput = Record<string, never>;

/** `GET /healthcheck`, outside `/v1`. */
export const checkHealth = defineEndpoint<CheckHealthInput, void>({
  name: "checkHealth",
  method: "GET",
  path: "/healthcheck",
  input: schemaFor<CheckHealthInput>()(() => z.strictObject({}) as never),
  output: schemaFor<void>()(() => z.void() as never),
  errors: {},
  effect: "read",
  cost: "free",
  timeout: 10_000,
  statusOnly: true,
});
