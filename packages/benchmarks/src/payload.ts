/** A page of seven search tasks as a vendor answers it: 3.4 KB of JSON, 187 fields. Nobody in it exists. */
export const page = {
  paging: { page_number: 1, page_size: 7, total_count: 7 },
  data: Array.from({ length: 7 }, (_, n) => ({
    task_id: n + 1,
    search_setting: {
      mode: 1,
      time_range_year: 5,
      language: "lang_zh-TW",
      negative_words: ["fraud", "laundering"],
      number_of_pages: 3,
    },
    target: { type: 1, name: `Example Person ${n}`, birthday: "1990-01-01", citizenship: "TWN" },
    customer_reference: `case-${n}`,
    progress: 100,
    task_origin: 2,
    creation_time: 1_700_000_000,
    update_time: 1_700_000_300,
    audit_time: null,
    report: { sanction_matched: false, potential_risk: 5, accepted: null, comment: null },
    metadata: [{ key: "team", value: "north" }],
  })),
};

/** The same as text. */
export const text: string = JSON.stringify(page);

/** Answers every request with {@link page}, without a network. */
export const stub = async (): Promise<Response> =>
  new Response(text, { headers: { "content-type": "application/json" } });
