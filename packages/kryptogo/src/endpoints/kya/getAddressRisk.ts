import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { type AddressRisk, addressRiskSchema } from "../../models/addressRisk.js";
import { text } from "../../models/formats.js";

/** Which address to look up. */
export interface GetAddressRiskInput {
  /** Chain of the address. */
  symbol: "btc" | "eth";
  /** The address. */
  address: string;
}

/** `GET /kya/{symbol}/address/{address}` */
export const getAddressRisk = defineEndpoint<GetAddressRiskInput, AddressRisk>({
  name: "getAddressRisk",
  method: "GET",
  path: "/kya/{symbol}/address/{address}",
  input: schemaFor<GetAddressRiskInput>()(() => z.strictObject({ symbol: z.enum(["btc", "eth"]), address: text() })),
  output: addressRiskSchema,
  errors: {},
  effect: "read",
  cost: "billed",
  deprecated: "Gone from the vendor's newer documents. Use createKyaTask, which keeps the result.",
  decisive: ["risk_score", "signals"],
});
