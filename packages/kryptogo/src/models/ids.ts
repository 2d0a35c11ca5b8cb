import * as z from "zod/mini";

/** Ids are positive integers; the documents call path parameters strings and show the same integers. */
export const id = z.int().check(z.minimum(1));
