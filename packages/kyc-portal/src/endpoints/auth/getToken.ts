import { defineEndpoint, expected, openEnum, type OtherString, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { text } from "../../models/formats.js";

/** A credential to exchange for a token. */
export interface GetTokenInput {
  /** The only grant there is. */
  grant_type: "client_credentials";
  /** Client id, from Administration, API Credentials. */
  client_id: string;
  /** One of the client id's secrets. */
  client_secret: string;
  /** `PublicApi`; the name that the vendor uses today. */
  scope?: string | undefined;
  /** `PublicApi`; the name that the vendor used before. */
  audience?: string | undefined;
}

/** A token. */
export interface BearerToken {
  /** Goes into `Authorization: Bearer`. Whoever has it is you. */
  access_token: string;
  /** `Bearer`. */
  token_type?: "Bearer" | OtherString | undefined;
  /** Seconds that it lives: 600. */
  expires_in?: number | undefined;
  /** What it is for. */
  scope?: string | undefined;
}

/** `POST /connect/token` */
export const getToken = defineEndpoint<GetTokenInput, BearerToken>({
  name: "getToken",
  method: "POST",
  path: "/connect/token",
  input: schemaFor<GetTokenInput>()(() =>
    z.strictObject({
      grant_type: z.literal("client_credentials"),
      client_id: text(),
      client_secret: text(),
      scope: z.optional(text()),
      audience: z.optional(text()),
    }),
  ),
  output: schemaFor<BearerToken>()(() =>
    z.strictObject({
      access_token: z.string().check(z.minLength(1)),
      token_type: expected(openEnum(z.enum(["Bearer"]))),
      expires_in: expected(z.int()),
      scope: expected(z.string()),
    }),
  ),
  errors: { 400: "The credential was refused.", 401: "The credential was refused." },
  effect: "query",
  cost: "free",
  encoding: "form",
  anonymous: true,
});
