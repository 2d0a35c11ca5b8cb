import { dayDigits } from "../../models/dates.js";
import type { ListSubmissionsInput, SubmissionPage } from "../../endpoints/submissions/listSubmissions.js";
import type { Submission } from "../../models/submission.js";

/** What the shelf keeps of a submission and shows to nobody. */
export interface Kept {
  readonly record: Submission & { created_at: string };
  /** Fields that its projection hides, for ever: of the record or of `data`. */
  readonly hidden: readonly string[];
}

/**
 * Where submissions lie, in the order they came. It pages as DynamoDB does: it counts before it filters, so that pages are
 * short or empty in the middle, and it names a next page that may hold nothing.
 */
export class Shelf {
  readonly #kept: Kept[] = [];
  readonly #places = new Map<string, number>();

  put(kept: Kept): void {
    this.#places.set(kept.record.submission_id, this.#kept.length);
    this.#kept.push(kept);
  }

  get(submission_id: string): Kept | undefined {
    return this.#kept[this.#places.get(submission_id) ?? -1];
  }

  /** Every submission, as it is kept. */
  get all(): readonly Kept[] {
    return this.#kept;
  }

  list(input: ListSubmissionsInput): SubmissionPage {
    if (input.submission_id !== undefined) {
      const kept = this.get(input.submission_id);
      return { Items: kept === undefined ? [] : [shown(kept, input)] };
    }
    const from = input.nextpage_id === undefined ? 0 : (this.#places.get(input.nextpage_id) ?? this.#kept.length) + 1;
    const scanned = this.#kept.slice(from, from + (input.count ?? 50));
    const Items = scanned.filter(({ record }) => fits(record, input)).map((kept) => shown(kept, input));
    const last = scanned.at(-1)?.record;
    const isFull = scanned.length === (input.count ?? 50);
    return isFull && last !== undefined
      ? { Items, nextpageKey: { id: last.submission_id, created_at: last.created_at } }
      : { Items };
  }
}

function fits({ userid, email, created_at }: Submission, input: ListSubmissionsInput): boolean {
  const day = created_at?.slice(0, 10).replaceAll("-", "") ?? "";
  return (
    (input.userid === undefined || input.userid === userid) &&
    (input.email === undefined || input.email === email) &&
    day >= (dayDigits(input.start_date) ?? "") &&
    day <= (dayDigits(input.end_date) ?? "99999999")
  );
}

/** What a read shows: one part of it, without what is hidden, and less in a list than alone. */
function shown({ record, hidden }: Kept, input: ListSubmissionsInput): Submission {
  const { submission_id, kyc, aml, data, additional_list, ...others } = hide(structuredClone(record), hidden);
  const part = input.request_type;
  if (part === "kyc") return { submission_id, ...present({ kyc }) };
  if (part === "aml") return { submission_id, ...present({ aml }) };
  if (part === "data") return { submission_id, ...present({ data }) };
  const answers = part === "others" || (input.submission_id ?? input.email) !== undefined ? { additional_list } : {};
  return { submission_id, ...others, ...present(answers), ...(part === "others" ? {} : present({ kyc, aml, data })) };
}

/** Takes away what a projection hides. */
export function hide<Value extends object>(value: Value, hidden: readonly string[]): Value {
  for (const at of [value, (value as { data?: object }).data])
    if (typeof at === "object") for (const name of hidden) delete (at as Record<string, unknown>)[name];
  return value;
}

function present<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;
}
