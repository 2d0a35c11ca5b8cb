import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";
import { kyaDecisions, type KyaTask, kyaTaskSchema } from "../../models/kyaTask.js";

/** Which address to analyse. */
export interface CreateKyaTaskInput {
  /** The address, of Bitcoin or Ethereum. */
  address: string;
  /** Its chain; told from the address when left out. */
  chain?: "btc" | "eth" | undefined;
}

/** `POST /kya` */
export const createKyaTask = defineEndpoint<CreateKyaTaskInput, KyaTask>({
  name: "createKyaTask",
  method: "POST",
  path: "/kya",
  input: schemaFor<CreateKyaTaskInput>()(() =>
    z.strictObject({ address: text(), chain: z.optional(z.enum(["btc", "eth"])) }),
  ),
  output: kyaTaskSchema,
  errors: {},
  effect: "create",
  cost: "billed",
  // The answer waits for the whole analysis.
  timeout: 120_000,
  verified: false,
  resend: "never",
  decisive: kyaDecisions,
  creates: "kya_id",
});
