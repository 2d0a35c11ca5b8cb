import { peer } from "../peers.ts";

type Words = Required<Record<string, (...args: unknown[]) => unknown>>;

/** The page of {@link ../payload.ts} in valibot's words. */
export function valibotPage(): (value: unknown) => unknown {
  const v = peer<Words>("valibot");
  const word =
    (name: string) =>
    (...args: unknown[]): unknown =>
      v[name]!(...args);
  const [strict, string, number, boolean, array, nullable, picklist] = [
    word("strictObject"),
    word("string"),
    word("number"),
    word("boolean"),
    word("array"),
    word("nullable"),
    word("picklist"),
  ];
  const int = (): unknown => v["pipe"]!(number(), v["integer"]!());
  const schema = strict({
    paging: strict({ page_number: int(), page_size: int(), total_count: int() }),
    data: array(
      strict({
        task_id: int(),
        search_setting: strict({
          mode: picklist([1, 2]),
          time_range_year: int(),
          language: string(),
          negative_words: array(string()),
          number_of_pages: int(),
        }),
        target: strict({
          type: int(),
          name: string(),
          birthday: nullable(string()),
          citizenship: nullable(string()),
        }),
        customer_reference: nullable(string()),
        progress: nullable(number()),
        task_origin: picklist([0, 1, 2]),
        creation_time: int(),
        update_time: int(),
        audit_time: nullable(int()),
        report: strict({
          sanction_matched: nullable(boolean()),
          potential_risk: nullable(number()),
          accepted: nullable(boolean()),
          comment: nullable(string()),
        }),
        metadata: array(strict({ key: string(), value: string() })),
      }),
    ),
  });
  return (value) => v["parse"]!(schema, value);
}
