import { defineEndpoint, schemaFor } from "@x/core";
import * as z from "zod/mini";
import { listIn } from "../../models/answers.js";
import { type Extra, extraField, spread } from "../../models/extra.js";
import { type User, usersSchema } from "../../models/user.js";
import { readStatuses } from "../statuses.js";

/** Which users to list. Filters and paging are not documented; these two names are inferred. */
export interface ListUsersInput extends Extra {
  /** Users on a page. */
  pageSize?: number | undefined;
  /** Number of the page. */
  pageNumber?: number | undefined;
}

/** `POST /v2/User/list` */
export const listUsers = defineEndpoint<ListUsersInput, User[]>({
  name: "listUsers",
  method: "POST",
  path: "/v2/User/list",
  input: schemaFor<ListUsersInput>()(() =>
    z.strictObject({
      pageSize: z.optional(z.int().check(z.minimum(1))),
      pageNumber: z.optional(z.int().check(z.minimum(0))),
      extra: extraField(),
    }),
  ),
  output: usersSchema,
  errors: readStatuses,
  effect: "query",
  cost: "free",
  timeout: 60_000,
  verified: false,
  bodyAlways: true,
  encode: { extra: spread },
  decode: listIn,
});
