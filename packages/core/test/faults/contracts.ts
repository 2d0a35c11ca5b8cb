import * as z from "zod/mini";
import { defineEndpoint, expected, schemaFor } from "../../src/index.js";

/** A record as the fake vendor answers it. */
export interface Check {
  id: number;
  status: string;
  note?: string | undefined;
}

/** A page of them. */
export interface Page {
  items: Check[];
}
interface ById {
  id: number;
}
interface Order {
  reference: string;
  person: string;
}
interface Replacement {
  id: number;
  reference: string;
  person: string;
}

const check = schemaFor<Check>()(() => z.strictObject({ id: z.int(), status: z.string(), note: expected(z.string()) }));
const page = schemaFor<Page>()(() => z.strictObject({ items: z.array(check) }));
const byId = schemaFor<ById>()(() => z.strictObject({ id: z.int() }));
const order = schemaFor<Order>()(() => z.strictObject({ reference: z.string(), person: z.string() }));
const replacement = schemaFor<Replacement>()(() =>
  z.strictObject({ id: z.int(), reference: z.string(), person: z.string() }),
);
const nothing = schemaFor<Record<string, never>>()(() => z.record(z.string(), z.never()));

const facts = { errors: {}, decisive: ["status"] } as const;
const free = { ...facts, cost: "free" } as const;
const billed = { ...facts, cost: "billed" } as const;

/** One contract for each way in which an operation can matter to a resend. */
export const contracts = {
  getCheck: defineEndpoint<ById, Check>({
    ...free,
    name: "getCheck",
    method: "GET",
    path: "/checks/{id}",
    effect: "read",
    input: byId,
    output: check,
  }),
  listChecks: defineEndpoint<Record<string, never>, Page>({
    ...free,
    name: "listChecks",
    method: "GET",
    path: "/checks",
    effect: "read",
    input: nothing,
    output: page,
  }),
  searchChecks: defineEndpoint<Order, Page>({
    ...free,
    name: "searchChecks",
    method: "POST",
    path: "/checks/search",
    effect: "query",
    input: order,
    output: page,
  }),
  replaceCheck: defineEndpoint<Replacement, Check>({
    ...free,
    name: "replaceCheck",
    method: "PUT",
    path: "/checks/{id}",
    effect: "replace",
    input: replacement,
    output: check,
  }),
  addNote: defineEndpoint<Order, Check>({
    ...free,
    name: "addNote",
    method: "POST",
    path: "/notes",
    effect: "create",
    input: order,
    output: check,
  }),
  orderCheck: defineEndpoint<Order, Check>({
    ...billed,
    name: "orderCheck",
    method: "POST",
    path: "/checks",
    effect: "create",
    creates: "id",
    input: order,
    output: check,
  }),
  orderFindableCheck: defineEndpoint<Order, Check>({
    ...billed,
    name: "orderFindableCheck",
    method: "POST",
    path: "/findable-checks",
    effect: "create",
    creates: "id",
    input: order,
    output: check,
    lookup: {
      reference: (input) => input.reference,
      find: async () => ({ kind: "none" }),
    },
  }),
  getMeteredRisk: defineEndpoint<ById, Check>({
    ...billed,
    name: "getMeteredRisk",
    method: "GET",
    path: "/risks/{id}",
    effect: "read",
    input: byId,
    output: check,
  }),
};

/** Name of an operation of the fake vendor. */
export type Operation = keyof typeof contracts;

/** All of them. */
export const operations = Object.keys(contracts) as readonly Operation[];

/** Whether an operation costs money or leaves a record, so that an unknown outcome is told as such. */
export function isPrecious(name: Operation): boolean {
  return contracts[name].effect === "create" || contracts[name].cost === "billed";
}
