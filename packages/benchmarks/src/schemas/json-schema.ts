const int = { type: "integer" };
const text = { type: "string" };
const orNull = (one: { type: string }): object => ({ anyOf: [one, { type: "null" }] });
const strict = (properties: Record<string, object>): object => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** The page of {@link ../payload.ts} as JSON Schema. */
export const jsonSchema: object = strict({
  paging: strict({ page_number: int, page_size: int, total_count: int }),
  data: {
    type: "array",
    items: strict({
      task_id: int,
      search_setting: strict({
        mode: { enum: [1, 2] },
        time_range_year: int,
        language: text,
        negative_words: { type: "array", items: text },
        number_of_pages: int,
      }),
      target: strict({ type: int, name: text, birthday: orNull(text), citizenship: orNull(text) }),
      customer_reference: orNull(text),
      progress: orNull({ type: "number" }),
      task_origin: { enum: [0, 1, 2] },
      creation_time: int,
      update_time: int,
      audit_time: orNull(int),
      report: strict({
        sanction_matched: orNull({ type: "boolean" }),
        potential_risk: orNull({ type: "number" }),
        accepted: orNull({ type: "boolean" }),
        comment: orNull(text),
      }),
      metadata: { type: "array", items: strict({ key: text, value: text }) },
    }),
  },
});
