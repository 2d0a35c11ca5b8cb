import { readFileSync } from "node:fs";
import type { CreateIdvTaskInput } from "@x/kryptogo";

/** Somebody who wants an account. */
export interface Customer {
  readonly reference: string;
  readonly name: string;
  readonly birthday: string;
  readonly citizenship: string;
  readonly country: string;
  readonly id_type: CreateIdvTaskInput["id_type"];
  /** Wallet address, if the customer brings one. */
  readonly address?: string;
}

/** People of nobody. */
export const madeUp: readonly Customer[] = [
  {
    reference: "demo-0001",
    name: "王又曾",
    birthday: "1990-06-21",
    citizenship: "TWN",
    country: "TWN",
    id_type: "ID_CARD",
    address: "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh",
  },
];

const columns = ["reference", "name", "birthday", "citizenship", "country", "id_type"] as const;

/** Reads customers from CSV; quoted fields may hold commas and doubled quotes. */
export function readCustomers(file: string): Customer[] {
  const [header = [], ...rows] = parseCsv(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`${file} lacks the columns ${missing.join(", ")}.`);
  return rows.map((row, line) => {
    const record = Object.fromEntries(header.map((column, at) => [column, row[at] ?? ""]));
    const empty = columns.filter((column) => record[column] === "");
    if (empty.length > 0) throw new Error(`${file}, record ${line + 1}: ${empty.join(", ")} is empty.`);
    const { address, ...rest } = record;
    // What is in the fields is checked by the client, before anything is sent.
    return { ...(rest as unknown as Customer), ...(address === undefined || address === "" ? {} : { address }) };
  });
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== "")) {
    const fields = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
    rows.push([...fields].map(([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain.trim()));
  }
  return rows;
}
