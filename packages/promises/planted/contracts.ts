import type { PlantedDefect } from "./types.ts";

/** Defects in what the four packages say of their vendors. */
export const contracts: readonly PlantedDefect[] = [
  {
    defect: "A search that is billed passes for a free query, and is sent twice",
    file: "packages/kryptogo/src/endpoints/searchTasks/createSearchTasks.ts",
    find: 'effect: "create",\n  cost: "billed",',
    put: 'effect: "query",\n  cost: "free",',
    in: "packages/kryptogo",
    run: "test/conformance.test.ts",
    test: "conformance createSearchTasks is sent 1 time(s) to a vendor that answers 503",
  },
  {
    defect: "A metered GET is read three times because it is a GET",
    file: "packages/kryptogo/src/endpoints/kya/getAddressRisk.ts",
    find: 'cost: "billed",',
    put: 'cost: "free",',
    in: "packages/kryptogo",
    run: "test/conformance.test.ts",
    test: "conformance getAddressRisk is sent 1 time(s) to a vendor that answers 503",
  },
  {
    defect: "Any plain webhook is believed where encrypted ones are expected",
    file: "packages/argos/src/callbacks/parseArgosCallback.ts",
    find: 'if (inside === undefined) throw new CallbackError("ARGOS", "the callback is not encrypted, and this project\'s are.");',
    put: 'if (inside === undefined) return understand(readCallback("ARGOS", body, decisions), true);',
    in: "packages/argos",
    run: "test/callbacks.test.ts",
    test: "an encrypted webhook is not replaced by a plain one: whoever has no key would send that",
  },
  {
    defect: "An enclave's idle connections are kept, and a runtime sends a paid POST twice",
    file: "packages/verifyvasp-kyt/src/client.ts",
    find: 'connections: "fresh"',
    put: 'connections: "kept"',
    in: "packages/verifyvasp-kyt",
    run: "test/connections.test.ts",
    test: "each call has a connection of its own: an idle one that the enclave closes is never used again",
  },
  {
    defect: "The company of a lost create is looked for among those that were there before",
    file: "packages/kyc-portal/src/endpoints/cases/findNewCase.ts",
    find: "!known.has(one.common.caseCommonId) && ",
    put: "",
    in: "packages/kyc-portal",
    run: "test/lookup.test.ts",
    test: "a lost creation was not done when the only case that fits was there before",
  },
];
