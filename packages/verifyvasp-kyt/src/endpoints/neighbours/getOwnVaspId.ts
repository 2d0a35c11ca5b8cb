import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { commonErrors } from "../statuses.js";

/** Nothing has to be said. */
export type GetOwnVaspIdInput = Record<string, never>;

/** Who you are. */
export interface OwnVaspId {
  /** Id of your VASP. A decimal string up to 2^64. */
  vaspId: string;
}

/** `GET /v1/vasps/self` */
export const getOwnVaspId = defineEndpoint<GetOwnVaspIdInput, OwnVaspId>({
  name: "getOwnVaspId",
  method: "GET",
  path: "/v1/vasps/self",
  input: schemaFor<GetOwnVaspIdInput>()(() => z.strictObject({}) as never),
  output: schemaFor<OwnVaspId>()(() => z.strictObject({ vaspId: z.string() })),
  errors: commonErrors,
  effect: "read",
  cost: "free",
  timeout: 10_000,
  decisive: ["vaspId"],
});
