import { fixtures as argos } from "@x/argos/testing";
import { fixtures as kryptogo } from "@x/kryptogo/testing";
import { fixtures as portal } from "@x/kyc-portal/testing";
import { fixtures as enclave } from "@x/verifyvasp-kyt/testing";
import { expect, test } from "vitest";
import { redacted, redactedPath, redactedQuery } from "../src/stage/redact.js";

/** Fields that hold somebody, or where they live, or what they are reached or known by. */
const personal =
  /name|birth|mail|phone|street|address|postcode|city|identifier|_number|userid|comment|image|message|url|link/i;
/** Values under such a name that are nobody's: words of the vendor. */
const words = /^(?:|LEGL|\d{1,3}|[A-Z]{2,3}|image\/\w+|Direct(?:or)?|true|false|string|Ready|Initializing Case)$/;

interface Example {
  readonly wire: { readonly body?: unknown };
  readonly output: unknown;
}

const all = Object.entries({ ...argos, ...kryptogo, ...portal, ...enclave }) as unknown as [string, Example][];

/** Every personal value in a body, wherever it lies. */
function personalValues(value: unknown, name = ""): string[] {
  if (typeof value === "string") return personal.test(name) && !words.test(value) && value.length > 3 ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => personalValues(one, name));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => personalValues(one, key));
}

test.each(all)("nobody is in what is shown of %s", (_, { wire, output }) => {
  const leaked = [wire.body, output].flatMap((body) => {
    const text = JSON.stringify(redacted(body) ?? null);
    return personalValues(body).filter((value) => text.includes(JSON.stringify(value)));
  });
  expect(leaked).toEqual([]);
});

test("the examples hold enough of persons to be a test", () => {
  const found = all.flatMap(([, { wire, output }]) => [...personalValues(wire.body), ...personalValues(output)]);
  expect(found.length).toBeGreaterThan(100);
});

test("ids, states and counts stay, and the shape of everything else", () => {
  expect(
    redacted({
      idv_task_id: 11,
      state: 2,
      full_name: "Ilse Geheim",
      tags: ["a", "b"],
      age: 41,
      dd_tasks: [],
      none: null,
    }),
  ).toEqual({ idv_task_id: 11, state: 2, full_name: "•••", tags: ["•••", "•••"], age: "•", dd_tasks: [], none: null });
});

test("what ends like an id and is somebody's does not stay", () => {
  const body = { applicant_id: "person-ilse-geheim", nationalId: "A123456789", client_id: "x", deviceId: "y" };
  expect(Object.values(redacted(body) as object)).toEqual(["•••", "•••", "•••", "•••"]);
});

test("paths and queries show ids alone", () => {
  expect(redactedPath("/kya/{symbol}/address/{address}", "/kya/btc/address/bc1q")).toBe("/kya/btc/address/{address}");
  expect(redactedQuery(new URLSearchParams({ email: "a@b.test", page_size: "2" }))).toBe("?email=•••&page_size=2");
});
