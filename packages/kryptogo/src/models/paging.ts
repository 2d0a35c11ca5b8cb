import { expected, schemaFor } from "@x/core/schema";
import * as z from "zod/mini";

/** Where a page stands in its list. */
export interface Paging {
  /** Number of the page, from 1. */
  page_number?: number | undefined;
  /** Items per page. */
  page_size?: number | undefined;
  /** Items in the whole list. */
  total_count?: number | undefined;
}

export const pagingSchema = schemaFor<Paging>()(() =>
  z.strictObject({ page_number: expected(z.int()), page_size: expected(z.int()), total_count: expected(z.int()) }),
);
