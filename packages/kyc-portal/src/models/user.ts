import { schemaFor } from "@x/core/schema";
import * as z from "zod/mini";
import { maybe, usual } from "./fields.js";

/** Somebody at the tenant who works on cases. All names but `userId` are inferred. */
export interface User {
  /** Id, to assign cases to. */
  userId?: number | string | null | undefined;
  /** Login. */
  userName?: string | null | undefined;
  /** First name. */
  firstName?: string | null | undefined;
  /** Last name. */
  lastName?: string | null | undefined;
  /** Email address. */
  email?: string | null | undefined;
  /** What else the vendor tells. */
  [field: string]: unknown;
}

export const usersSchema = schemaFor<User[]>()(() =>
  z.array(
    z.looseObject({
      userId: usual(z.union([z.int(), z.string()])),
      userName: maybe(z.string()),
      firstName: maybe(z.string()),
      lastName: maybe(z.string()),
      email: maybe(z.string()),
    }),
  ),
);
