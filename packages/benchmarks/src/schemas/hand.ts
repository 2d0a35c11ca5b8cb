import type { page } from "../payload.ts";

type Page = typeof page;

/** The page of {@link ../payload.ts} as a person would check it: what is documented is copied, the rest throws. */
export function byHand(value: unknown): Page {
  const { paging, data } = objectOf(value, 2);
  const { page_number, page_size, total_count } = objectOf(paging, 3);
  return {
    paging: { page_number: int(page_number), page_size: int(page_size), total_count: int(total_count) },
    data: listOf(data).map(task),
  } as Page;
}

function task(value: unknown): unknown {
  const one = objectOf(value, 11);
  const setting = objectOf(one["search_setting"], 5);
  const target = objectOf(one["target"], 4);
  const report = objectOf(one["report"], 4);
  return {
    task_id: int(one["task_id"]),
    search_setting: {
      mode: among(setting["mode"], 1, 2),
      time_range_year: int(setting["time_range_year"]),
      language: text(setting["language"]),
      negative_words: listOf(setting["negative_words"]).map(text),
      number_of_pages: int(setting["number_of_pages"]),
    },
    target: {
      type: int(target["type"]),
      name: text(target["name"]),
      birthday: target["birthday"] === null ? null : text(target["birthday"]),
      citizenship: target["citizenship"] === null ? null : text(target["citizenship"]),
    },
    customer_reference: one["customer_reference"] === null ? null : text(one["customer_reference"]),
    progress: one["progress"] === null ? null : number(one["progress"]),
    task_origin: among(one["task_origin"], 0, 2),
    creation_time: int(one["creation_time"]),
    update_time: int(one["update_time"]),
    audit_time: one["audit_time"] === null ? null : int(one["audit_time"]),
    report: {
      sanction_matched: report["sanction_matched"] === null ? null : flag(report["sanction_matched"]),
      potential_risk: report["potential_risk"] === null ? null : number(report["potential_risk"]),
      accepted: report["accepted"] === null ? null : flag(report["accepted"]),
      comment: report["comment"] === null ? null : text(report["comment"]),
    },
    metadata: listOf(one["metadata"]).map((entry) => {
      const { key, value: said } = objectOf(entry, 2);
      return { key: text(key), value: text(said) };
    }),
  };
}

function objectOf(value: unknown, fields: number): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("no object");
  let found = 0;
  for (const name in value) if (name !== "") found++;
  if (found !== fields) throw new TypeError("other fields");
  return value as Record<string, unknown>;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError("no list");
  return value as readonly unknown[];
}

function int(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new TypeError("no integer");
  return value as number;
}

function number(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new TypeError("no number");
  return value;
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("no text");
  return value;
}

function flag(value: unknown): boolean {
  if (typeof value !== "boolean") throw new TypeError("no boolean");
  return value;
}

function among(value: unknown, least: number, most: number): number {
  const given = int(value);
  if (given < least || given > most) throw new TypeError("no such value");
  return given;
}
