import type { AnyEndpoint } from "@x/core";
import type { AnyFixture } from "@x/core/testing";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { type PublicPackage, root, vendorPackages } from "./workspace.ts";

/** One operation as code knows it. */
export interface Operation {
  readonly endpoint: AnyEndpoint;
  readonly fixture: AnyFixture<unknown>;
  /** The method that a user calls, as `searchTasks.create`, read out of the fixture's call. */
  readonly method: string;
}

/** A vendor's package with its operations, in the order of its contracts' names. */
export interface Vendor {
  readonly package: PublicPackage;
  /** Short name: the folder's. */
  readonly id: string;
  readonly operations: readonly Operation[];
}

/** Loads the built contracts and fixtures of every vendor's package. */
export async function loadVendors(): Promise<readonly Vendor[]> {
  return await Promise.all(vendorPackages().map(loadVendor));
}

async function loadVendor(one: PublicPackage): Promise<Vendor> {
  const endpoints = (await load(one, "endpoints")) as Record<string, AnyEndpoint>;
  const { fixtures } = (await load(one, "testing")) as { fixtures: Record<string, AnyFixture<unknown>> };
  const operations = Object.values(endpoints)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((endpoint) => {
      const fixture = fixtures[endpoint.name];
      if (fixture === undefined) throw new Error(`${one.name}: ${endpoint.name} has no fixture`);
      return { endpoint, fixture, method: methodOf(fixture) };
    });
  return { package: one, id: one.folder.split("/").at(-1) ?? one.folder, operations };
}

async function load(one: PublicPackage, entry: string): Promise<object> {
  return (await import(pathToFileURL(join(root, one.folder, "dist", entry, "index.js")).href)) as object;
}

function methodOf(fixture: AnyFixture<unknown>): string {
  const { call } = fixture as unknown as { call: () => unknown };
  const method = /client\.([\w.]+)\(/.exec(String(call))?.[1];
  if (method === undefined) throw new Error(`${fixture.endpoint.name}: no method in the call of its fixture`);
  return method;
}

/** What the resend rules make of a contract, in a word for tables. */
export function resendOf({ effect, cost, resend }: AnyEndpoint): string {
  if (resend === "never") return "never";
  if (effect === "create" || cost === "billed") return "not sent, 429";
  return effect === "replace" ? "once" : `as a ${effect}`;
}

/** Whether the vendor's documents give path and body. */
export function isVerified({ verified }: AnyEndpoint): boolean {
  return verified !== false;
}
