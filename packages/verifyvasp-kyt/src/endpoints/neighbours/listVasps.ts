import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import type { VaspProtocol } from "../../codes/vasps.js";
import { type Vasp, vaspSchema } from "../../models/vasp.js";
import { commonErrors } from "../statuses.js";

/** Which VASPs to list. */
export interface ListVaspsInput {
  /** Protocol through which they are reached. Default `ALL`. */
  protocol?: VaspProtocol | "ALL" | undefined;
}

/** The VASPs that can be reached; empty until your enclave is connected with others. */
export interface VaspList {
  /** The VASPs. */
  vasps: Vasp[];
}

/** `GET /v1/vasps` */
export const listVasps = defineEndpoint<ListVaspsInput, VaspList>({
  name: "listVasps",
  method: "GET",
  path: "/v1/vasps",
  input: schemaFor<ListVaspsInput>()(() =>
    z.strictObject({ protocol: z.optional(z.enum(["VERIFYVASP", "CODE", "ALL"])) }),
  ),
  output: schemaFor<VaspList>()(() => z.strictObject({ vasps: z.array(vaspSchema) })),
  errors: commonErrors,
  effect: "read",
  cost: "free",
  timeout: 10_000,
  decisive: ["vaspId"],
});
