import { peer } from "../peers.ts";

interface Zod {
  [word: string]: (...args: unknown[]) => ZodLike;
}

/** What is used of a zod schema. */
export interface ZodLike {
  parse(value: unknown): unknown;
  parseAsync(value: unknown): Promise<unknown>;
}

/** The page of {@link ../payload.ts} in zod's words, classic or mini. */
export function zodPage(entry: "zod" | "zod/mini" = "zod"): ZodLike {
  const z = peer<Zod>(entry);
  const { strictObject, int, string, number, boolean, array, nullable, literal } = z as Required<Zod>;
  return strictObject!({
    paging: strictObject!({ page_number: int!(), page_size: int!(), total_count: int!() }),
    data: array!(
      strictObject!({
        task_id: int!(),
        search_setting: strictObject!({
          mode: literal!([1, 2]),
          time_range_year: int!(),
          language: string!(),
          negative_words: array!(string!()),
          number_of_pages: int!(),
        }),
        target: strictObject!({
          type: int!(),
          name: string!(),
          birthday: nullable!(string!()),
          citizenship: nullable!(string!()),
        }),
        customer_reference: nullable!(string!()),
        progress: nullable!(number!()),
        task_origin: literal!([0, 1, 2]),
        creation_time: int!(),
        update_time: int!(),
        audit_time: nullable!(int!()),
        report: strictObject!({
          sanction_matched: nullable!(boolean!()),
          potential_risk: nullable!(number!()),
          accepted: nullable!(boolean!()),
          comment: nullable!(string!()),
        }),
        metadata: array!(strictObject!({ key: string!(), value: string!() })),
      }),
    ),
  });
}
